import { open, rm, stat, statfs } from "node:fs/promises";
import { mustRun } from "../host/index.ts";

/** Nothing but room: when the disk of the database is full, this is given back and it lives on. */
export const ballastFile = "/var/lib/postgresql/.secretariat-ballast";

const usual = 2 * 1024 ** 3;
/** A disk with so much room gets all of it; a smaller one is not asked for any. */
export const ballastRoom = 10 * usual;

/** Lays the ballast down where the disk has room for ten times as much; false where it lies already. */
export async function layBallast(
  path: string = ballastFile,
  wanted: number = usual,
): Promise<boolean> {
  if ((await ballastBytes(path)) > 0) {
    return false;
  }
  const { bavail, bsize } = await statfs(path.slice(0, path.lastIndexOf("/")));
  const bytes = Math.min(wanted, Math.floor((bavail * bsize) / 10));
  await rm(path, { force: true }); // an empty one was left by a run that was killed
  await (await open(path, "wx", 0o600)).close();
  await mustRun(["fallocate", "--length", String(bytes), path]);
  return true;
}

/** Gives the room back; returns how much. */
export async function releaseBallast(path: string = ballastFile): Promise<number> {
  const bytes = await ballastBytes(path);
  await rm(path, { force: true });
  return bytes;
}

export async function ballastBytes(path: string = ballastFile): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}
