import { accessSync, constants } from "node:fs";

/** Where what is secret may lie for a moment: a file system that lives in memory. */
export function memoryFolder(): string {
  const candidates = [process.env["RUNTIME_DIRECTORY"], "/run", "/dev/shm"];
  const usable = candidates.find((folder) => folder !== undefined && isWritable(folder));
  if (usable === undefined) {
    throw new Error("There is no file system in memory to unpack secrets in");
  }
  return usable;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
