import { lstat, rm } from "node:fs/promises";
import type { Host } from "./host.ts";

/** Takes away a file, a link, or a folder with all that lies in it; true when it was there. */
export async function ensureAbsent(host: Host, path: string): Promise<boolean> {
  if ((await lstat(path).catch(() => undefined)) === undefined) {
    return false;
  }
  if (!host.isCheck) {
    await rm(path, { recursive: true, force: true });
  }
  host.note({ what: `away with ${path}` });
  return true;
}
