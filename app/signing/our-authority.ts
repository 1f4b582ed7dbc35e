import { config, log, now, unavailable, words } from "../base/index.ts";
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
    opened = { folder, authority: createAuthority(folder, from).catch(forget) };
  }
  return opened.authority;
}

/** What could not be read now may be read later; meanwhile whoever signs is told in words. */
function forget(error: unknown): never {
  opened = undefined;
  log.error({ err: error }, "The signing authority cannot be read");
  throw unavailable(words("The signing keys cannot be read just now. Tell the helpdesk."));
}
