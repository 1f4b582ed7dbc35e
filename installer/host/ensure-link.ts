import { readlink, rename, rm, symlink } from "node:fs/promises";
import { dirname } from "node:path";
import type { Host } from "./host.ts";
import { syncFolder } from "./write-whole.ts";

/** Makes a symbolic link point there, in one step; true when it pointed elsewhere. */
export async function ensureLink(
  host: Host,
  { path, target }: { readonly path: string; readonly target: string },
): Promise<boolean> {
  if ((await readlink(path).catch(() => undefined)) === target) {
    return false;
  }
  if (!host.isCheck) {
    const unfinished = `${path}.new`;
    await rm(unfinished, { force: true });
    await symlink(target, unfinished);
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  }
  host.note({ what: `link ${path} -> ${target}` });
  return true;
}
