import { config, now } from "../base/index.ts";
import { createAuthority, type Authority } from "./authority.ts";

let opened: { readonly folder: string; readonly authority: Promise<Authority> } | undefined;

// Letters of the past that are brought in later must not be older than the root that vouches for them.
const yearsBack = 2;

/** The authority of this installation, made at first use and kept in memory. */
export function ourAuthority(): Promise<Authority> {
  const folder = config().KEYS_FOLDER;
  if (opened?.folder !== folder) {
    const from = new Date(now());
    from.setUTCFullYear(from.getUTCFullYear() - yearsBack);
    opened = { folder, authority: createAuthority(folder, from) };
  }
  return opened.authority;
}
