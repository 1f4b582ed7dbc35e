import { randomInt } from "node:crypto";
import { chmod, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Every file below a folder, in a fixed order. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
}

/** Changes one bit of one byte, as a dying disk does; answers with its place. */
export async function damage(path: string, at?: number): Promise<number> {
  const bytes = await readFile(path);
  const place = at ?? (bytes.length > 1 ? randomInt(bytes.length) : 0);
  bytes[place] = (bytes[place] ?? 0) ^ (1 << randomInt(8));
  await chmod(path, 0o600);
  await writeFile(path, bytes);
  return place;
}
