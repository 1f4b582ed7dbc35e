import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { places } from "../places.ts";

/** The version of the release that serves now. */
export async function releaseVersion(release: string = places.current): Promise<string> {
  const text = await readFile(join(release, "package.json"), "utf8");
  return String((JSON.parse(text) as { version?: unknown }).version);
}
