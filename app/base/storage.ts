/**
 * INVARIANTS
 * 1. Bytes are stored under their SHA-256 and never change; the same bytes are stored once.
 * 2. A name appears only when its bytes are whole and on the disk: temporary name, fsync, link, fsync of every
 *    folder on the way. What a crash leaves under a temporary name is swept away later.
 */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { link, mkdir, open, readdir, rm, stat, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { config } from "./config.ts";
import { tooLarge, unavailable } from "./errors.ts";
import { log } from "./log.ts";
import { words } from "./words.ts";

export interface StoredBytes {
  readonly sha256: string;
  readonly bytes: number;
}

/** Where the bytes of this hash lie. Anything but a hash could lead out of the folder. */
export function storedPath(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw new Error("Bytes are stored under a SHA-256 in small hexadecimal digits");
  }
  return join(config().DOCUMENTS_FOLDER, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** Takes a stream in. Throws a 413 refusal beyond `limit` bytes and leaves nothing behind. */
export async function store(
  source: Readable | Iterable<Uint8Array>,
  limit = config().UPLOAD_LIMIT_BYTES,
): Promise<StoredBytes> {
  const temporary = join(incoming(), randomUUID());
  try {
    await mkdir(incoming(), { recursive: true });
    const stored = await writeOut(source, temporary, limit);
    await settle(temporary, storedPath(stored.sha256));
    return stored;
  } catch (error) {
    throw refusalOfDisk(error) ?? error;
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined); // a later sweep finds it
  }
}

/** Removes what uploads left that a crash or a lost disk broke off more than a day ago. */
export async function sweepIncoming(before: number = Date.now() - 86_400_000): Promise<void> {
  const names = await readdir(incoming()).catch(() => []);
  for (const path of names.map((name) => join(incoming(), name))) {
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < before) {
      await rm(path, { force: true });
    }
  }
}

/** Lends stored bytes as a file, for programs that read nothing else; the path is good only during `work`. */
export function withStoredFile<T>(sha256: string, work: (path: string) => Promise<T>): Promise<T> {
  return work(storedPath(sha256));
}

function incoming(): string {
  return join(config().DOCUMENTS_FOLDER, "incoming");
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
      await writeWhole(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), bytes };
}

/** A full disk may take a part of a chunk without an error; the rest must not be forgotten. */
async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.byteLength;) {
    written += (await file.write(chunk, written)).bytesWritten;
  }
}

async function settle(temporary: string, path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  try {
    await link(temporary, path);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") {
      throw error;
    }
  }
  for (const above of [folder, dirname(folder), config().DOCUMENTS_FOLDER]) {
    await syncFolder(above);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What the disk refuses is nobody's mistake who sends a document; the log tells what it was. */
function refusalOfDisk(error: unknown) {
  const code = String(codeOf(error));
  if (["ENOSPC", "EDQUOT"].includes(code)) {
    return unavailable(
      words("There is no room left to keep documents. Tell the helpdesk and send it again later."),
    );
  }
  if (["EACCES", "EPERM", "EROFS", "EIO", "ENOTDIR", "ESTALE"].includes(code)) {
    log.error({ err: error }, "Documents cannot be kept");
    return unavailable(
      words("Documents cannot be kept just now. Tell the helpdesk and send it again later."),
    );
  }
  return undefined;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
