import { dirname, join } from "node:path";
import { ensureDirectory, ensureFile, makeHost } from "../host/index.ts";
import { places } from "../places.ts";

/** Where this host keeps the papers about one office, whether it works here or left. */
export const papersOf = (lgd: string): string => join(places.installer, "offices", lgd);

/** Keeps a paper about an office where only root reads it, and where backups find it; answers where it lies. */
export async function keepBeside(
  folder: string,
  name: string,
  content: string | Buffer,
): Promise<string> {
  await closedFolder(folder);
  const path = join(folder, name);
  await ensureFile(makeHost(), { path, content, mode: 0o600 });
  return path;
}

/** Opens to root alone, like the one it lies in. */
export async function closedFolder(folder: string): Promise<void> {
  for (const path of [dirname(folder), folder]) {
    await ensureDirectory(makeHost(), { path, mode: 0o700 });
  }
}
