import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";

/** Opens a file that has no name, so that nothing is left behind and no folder changes (see open(2), O_TMPFILE). */
const nameless = 0o20000000 | constants.O_DIRECTORY | constants.O_RDWR;
const writes = 50;

/** The milliseconds each of some small writes took to be safe on the disk. */
export async function syncTimes(folder: string): Promise<readonly number[] | undefined> {
  const file = await open(folder, nameless, 0o600).catch(() => undefined);
  if (!file) {
    return undefined;
  }
  try {
    return await timed(file);
  } finally {
    await file.close();
  }
}

async function timed(file: FileHandle): Promise<number[]> {
  const page = Buffer.alloc(8_192, 1);
  const times: number[] = [];
  const begun = performance.now();
  while (times.length < writes && performance.now() - begun < 3_000) {
    const started = performance.now();
    await file.write(page, 0, page.length, times.length * page.length);
    await file.datasync();
    times.push(performance.now() - started);
  }
  return times;
}
