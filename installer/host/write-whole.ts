import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

interface Access {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** Replaces a file whole or not at all, so that neither a kill nor a power cut leaves half of it. */
export async function writeWhole(path: string, content: string | Buffer, access: Access) {
  const unfinished = `${path}.${randomBytes(4).toString("hex")}.new`;
  const file = await open(unfinished, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.chown(access.uid, access.gid);
    await file.chmod(access.mode);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path).catch(async (error: unknown) => {
    await rm(unfinished, { force: true });
    throw error;
  });
  await syncFolder(dirname(path));
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
