import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

interface Access {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** Replaces a file whole or not at all, so that neither a kill nor a power cut leaves half of it. */
export async function writeWhole(path: string, content: string | Buffer, access: Access) {
  const unfinished = `${path}.new`; // what a kill left behind has this name too, and goes
  await rm(unfinished, { force: true });
  try {
    await write(unfinished, content, access);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

async function write(path: string, content: string | Buffer, { mode, uid, gid }: Access) {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(content);
    const made = await file.stat();
    if (made.uid !== uid || made.gid !== gid) {
      await file.chown(uid, gid); // a backup behind its walls may not, and need not: it writes its own
    }
    await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is safe from a power cut only when its folder is written down. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
