import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { processStart } from "../installer/host/index.ts";

/** Stands in the name of what lives no longer than this process, so that others know when it is left behind. */
export async function ownMark(): Promise<string> {
  return `${process.pid}-${await processStart(process.pid)}`;
}

const named = /^(.+?)-(\d+)(?:-(\d+))?(?:-[^-]+)?$/;

/**
 * The folders of these kinds, called `<kind>-<mark>`, whose process was killed. Only those of our own user: in memory
 * anybody may lay a folder of such a name.
 */
export async function leftBehind(folder: string, kinds: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const [, kind = "", id = "", startedAt] = named.exec(name) ?? [];
    if (kinds.includes(kind) && !(await isRunning(Number(id), startedAt))) {
      left.push(join(folder, name));
    }
  }
  const owners = await Promise.all(left.map((path) => lstat(path).catch(() => undefined)));
  return left.filter((_, index) => owners[index]?.isDirectory() && isOwn(owners[index].uid));
}

async function isRunning(id: number, startedAt: string | undefined): Promise<boolean> {
  const found = await processStart(id);
  return found !== "" && (startedAt === undefined || found === startedAt);
}

function isOwn(owner: number): boolean {
  return owner === process.getuid?.();
}
