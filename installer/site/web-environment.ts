import { places } from "../places.ts";
import type { Site } from "./schema.ts";
import { sizingOf } from "./sizing.ts";

/** `/etc/secretariat/web.env`: what every process of the product reads. It holds no secret. */
export function webEnvironment(site: Site): string {
  const settings = {
    ORIGIN: `https://${site.name}`,
    BEHIND_PROXY: "true",
    SECURE_COOKIES: "true",
    DOCUMENTS_FOLDER: places.documents,
    KEYS_FOLDER: places.keys,
    DATABASE_POOL: String(sizingOf(site).pool),
    STATE_NAME_HI: site.state.nameHi,
    STATE_NAME_EN: site.state.nameEn,
    LANGUAGE: site.language,
    READ_ONLY_FILE: places.readOnlyFile,
    ...(site.directory ? { DIRECTORY_URL: site.directory.url } : {}),
    ...(site.directory?.base === undefined ? {} : { DIRECTORY_BASE: site.directory.base }),
    ...(site.scanner ? { SCANNER_ADDRESS: "unix:/run/clamav/clamd.ctl" } : {}),
  };
  // In quotes: systemd reads one at the beginning of a name as the beginning of a text of many lines.
  const lines = Object.entries(settings).map(([key, value]) => `SECRETARIAT_${key}="${value}"`);
  return [
    "# Written by the installer from site.yml; a change made here is undone by `secretariat reconfigure`.",
    "NODE_ENV=production",
    ...lines,
    "",
  ].join("\n");
}
