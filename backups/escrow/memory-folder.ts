import { accessSync, constants } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { leftBehind, ownMark } from "../left-behind.ts";

/** What is laid there unsealed for a moment: `address` of the second host, the rest of the escrow and for it. */
const kinds = ["address", "configuration", "foundations", "proof"] as const;

/** Where what is secret may lie for a moment: a file system that lives in memory. */
export function memoryFolder(): string {
  const usable = places().find((folder) => isWritable(folder));
  if (usable === undefined) {
    throw new Error("There is no file system in memory to unpack secrets in");
  }
  return usable;
}

/** A folder in memory for this process alone. What runs that were killed left there goes first. */
export async function makeMemoryFolder(kind: (typeof kinds)[number]): Promise<string> {
  await forgetLeft();
  return mkdtemp(join(memoryFolder(), `secretariat-${kind}-${await ownMark()}-`));
}

/** In every place: a unit may write in another one than the person whose run was killed. */
async function forgetLeft(): Promise<void> {
  for (const folder of places().filter(isWritable)) {
    const left = await leftBehind(
      folder,
      kinds.map((kind) => `secretariat-${kind}`),
    );
    for (const path of left) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

function places(): string[] {
  const candidates = [process.env["RUNTIME_DIRECTORY"], "/run", "/dev/shm"];
  return candidates.filter((folder) => folder !== undefined);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
