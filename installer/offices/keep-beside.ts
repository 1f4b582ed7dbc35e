import { dirname, join } from "node:path";
import { ensureDirectory, ensureFile, makeHost } from "../host/index.ts";

/** Keeps a paper about an office where only root reads it, and where backups find it; answers where it lies. */
export async function keepBeside(
  folder: string,
  name: string,
  content: string | Buffer,
): Promise<string> {
  const host = makeHost();
  for (const path of [dirname(folder), folder]) {
    await ensureDirectory(host, { path, mode: 0o700 });
  }
  const path = join(folder, name);
  await ensureFile(host, { path, content, mode: 0o600 });
  return path;
}
