/**
 * INVARIANTS
 * 1. Bytes are stored under their SHA-256 and never change; the same bytes are stored once.
 * 2. A name appears only when its bytes are whole and on the disk: temporary name, fsync, link, fsync of the folder.
 */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { link, mkdir, open, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { config } from "./config.ts";
import { tooLarge } from "./errors.ts";

export interface StoredBytes {
  readonly sha256: string;
  readonly bytes: number;
}

/** Where the bytes of this hash lie. */
export function storedPath(sha256: string): string {
  return join(config().DOCUMENTS_FOLDER, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** Takes a stream in. Throws a 413 refusal beyond `limit` bytes and leaves nothing behind. */
export async function store(
  source: Readable | Iterable<Uint8Array>,
  limit = config().UPLOAD_LIMIT_BYTES,
): Promise<StoredBytes> {
  const incoming = join(config().DOCUMENTS_FOLDER, "incoming");
  await mkdir(incoming, { recursive: true });
  const temporary = join(incoming, randomUUID());
  try {
    const stored = await writeOut(source, temporary, limit);
    await settle(temporary, storedPath(stored.sha256));
    return stored;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Reads stored bytes, or the part between two offsets (both included). */
export function readStored(sha256: string, range?: { start: number; end: number }): ReadStream {
  return createReadStream(storedPath(sha256), range);
}

export async function storedSize(sha256: string): Promise<number> {
  return (await stat(storedPath(sha256))).size;
}

async function writeOut(
  source: Readable | Iterable<Uint8Array>,
  path: string,
  limit: number,
): Promise<StoredBytes> {
  const hash = createHash("sha256");
  const file = await open(path, "wx", 0o640);
  let bytes = 0;
  try {
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > limit) {
        throw tooLarge("The document is larger than {megabytes} MB. Scan it in parts.", {
          megabytes: Math.floor(limit / 1_048_576),
        });
      }
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), bytes };
}

async function settle(temporary: string, path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  try {
    await link(temporary, path);
  } catch (error) {
    if (!isAlreadyThere(error)) {
      throw error;
    }
  }
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
