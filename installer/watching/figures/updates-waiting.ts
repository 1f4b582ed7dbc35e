import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { packagesBehind } from "../../host/index.ts";
import { places } from "../../places.ts";

/** Of how many installed packages a bundle on this machine carries a newer version; nothing where there is no bundle. */
export async function updatesWaiting(folder: string = places.bundle): Promise<number | undefined> {
  const bundles = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith("."));
  const lists = bundles.map((name) => packagesBehind(join(folder, name, "apt/Packages")));
  const behind = (await Promise.all(lists)).flat();
  return bundles.length === 0 ? undefined : new Set(behind).size;
}
