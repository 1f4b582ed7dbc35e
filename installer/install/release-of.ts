import { readFile, realpath } from "node:fs/promises";
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
  return { release: folder, version: await versionOf(folder) };
}

/** The version of the release in a folder. */
export async function versionOf(release: string): Promise<string> {
  const text = await readFile(join(release, "package.json"), "utf8");
  return (JSON.parse(text) as Release).version;
}

/** Where this very program lies: build/installer/install/release-of.js, three folders down. */
function ownFolder(): string {
  return fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");
}
