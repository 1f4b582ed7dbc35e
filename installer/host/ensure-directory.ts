import { chmod, chown, lstat, mkdir } from "node:fs/promises";
import type { Host } from "./host.ts";
import { groupId, ownership, userId } from "./owners.ts";

export interface WantedDirectory {
  readonly path: string;
  readonly mode: number;
  readonly owner?: string;
  readonly group?: string;
}

/** Makes a folder with its parents; true when it was missing or had another owner or mode. */
export async function ensureDirectory(host: Host, wanted: WantedDirectory): Promise<boolean> {
  const { path, mode, owner = "root", group = "root" } = wanted;
  const found = await lstat(path).catch(() => undefined);
  const isRight =
    found?.isDirectory() === true &&
    (found.mode & 0o7777) === mode &&
    found.uid === userId(owner) &&
    found.gid === groupId(group);
  if (isRight) {
    return false;
  }
  if (!host.isCheck) {
    const { uid, gid } = ownership({ owner, group });
    await mkdir(path, { recursive: true, mode: 0o755 });
    await chown(path, uid, gid);
    await chmod(path, mode);
  }
  host.note({ what: `folder ${path}` });
  return true;
}
