import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Takes away what runs that were killed left in a folder under names that begin so. */
export async function removeBeginning(folder: string, beginning: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(beginning))) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}
