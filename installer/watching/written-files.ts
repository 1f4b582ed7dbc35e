import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { digestOf, writeWhole, type Host } from "../host/index.ts";
import { places } from "../places.ts";

const Written = z.record(z.string(), z.string());

/** Written anew by other hands than an installation's: offices come and go, certificates are renewed. */
const isElsewhere = (path: string): boolean =>
  !path.startsWith("/etc/") || path.startsWith(places.tls) || path.endsWith("/offices.json");

/** Notes what an installation wrote under /etc, so that the watch sees a change by hand within a minute. */
export async function keepWritten(host: Host, folder: string = places.installer): Promise<void> {
  const kept = [...host.written]
    .filter(([path]) => !isElsewhere(path))
    .toSorted(([one], [other]) => one.localeCompare(other)); // the same whatever was written first
  const text = `${JSON.stringify(Object.fromEntries(kept))}\n`;
  await writeWhole(join(folder, "written.json"), text, { mode: 0o600, uid: 0, gid: 0 });
}

/** Files that are no more as they were written; undefined where nothing was noted. */
export async function changedByHand(
  folder: string = places.installer,
): Promise<readonly string[] | undefined> {
  const text = await readFile(join(folder, "written.json"), "utf8").catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  const written = Object.entries(Written.parse(JSON.parse(text)));
  const judged = await Promise.all(
    written.map(async ([path, digest]) => ((await isSo(path, digest)) ? [] : [path])),
  );
  return judged.flat();
}

/** What may not be read here is not judged. */
async function isSo(path: string, digest: string): Promise<boolean> {
  try {
    return digestOf(await readFile(path)) === digest;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EACCES";
  }
}
