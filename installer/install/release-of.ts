import { readFileSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { places } from "../places.ts";

export interface Release {
  readonly release: string;
  readonly version: string;
}

/** The release that was just brought, or the one in use. */
export async function releaseOf(brought = process.env["SECRETARIAT_RELEASE"]): Promise<Release> {
  const folder = brought ?? (await realpath(places.current).catch(() => ownFolder()));
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Release;
  return { release: folder, version };
}

/** Where this very program lies: build/installer/install/release-of.js, three folders down. */
function ownFolder(): string {
  return fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");
}
