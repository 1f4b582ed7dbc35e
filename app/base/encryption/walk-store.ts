import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The folders two levels below this one, as the store lays them out; those that are gone are left out. */
export async function* foldersOf(top: string): AsyncGenerator<string> {
  for (const first of await twoDigits(top)) {
    for (const second of await twoDigits(join(top, first))) {
      yield join(top, first, second);
    }
  }
}

/** The names in a folder; none where it is gone. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return [];
    }
    throw error;
  }
}

async function twoDigits(folder: string): Promise<string[]> {
  return (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name));
}
