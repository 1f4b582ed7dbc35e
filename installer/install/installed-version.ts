import { readlink } from "node:fs/promises";
import { basename } from "node:path";
import { places } from "../places.ts";

/** The release that `current` leads to; undefined where nothing is installed. */
export async function installedVersion(): Promise<string | undefined> {
  const target = await readlink(places.current).catch(() => undefined);
  return target === undefined ? undefined : basename(target);
}
