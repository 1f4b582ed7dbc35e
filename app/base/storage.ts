/**
 * INVARIANTS
 * 1. Content is stored encrypted, under a keyed hash of its SHA-256, and never changes; the same content is
 *    stored once. Callers know it by its SHA-256 alone.
 * 2. An envelope appears only when its ciphertext is whole and on the disk: temporary name, fsync, link, fsync of
 *    every folder on the way. Content without an envelope does not exist; what a crash leaves is swept away.
 */
import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { link, mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { config } from "./config.ts";
import {
  readEnvelope,
  unwrapContent,
  wrapContent,
  type Content,
  type Envelope,
} from "./encryption/envelope.ts";
import { readContent, type Range } from "./encryption/read-content.ts";
import {
  incomingFolder,
  openPlace,
  placeOfName,
  storePlace,
  type StorePlace,
} from "./encryption/store-places.ts";
import { writeContent } from "./encryption/write-content.ts";
import { tooLarge, unavailable } from "./errors.ts";
import { log } from "./log.ts";
import { words } from "./words.ts";

export interface StoredBytes {
  readonly sha256: string;
  readonly bytes: number;
}

type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Takes a stream in. Throws a 413 refusal beyond `limit` bytes and leaves nothing behind. */
export async function store(
  source: Source,
  limit = config().UPLOAD_LIMIT_BYTES,
): Promise<StoredBytes> {
  const object = randomUUID();
  const path = join(incomingFolder(), object);
  try {
    await mkdir(incomingFolder(), { recursive: true, mode: 0o700 });
    const chunk = config().STORE_CHUNK_BYTES;
    const written = await writeContent(upTo(limit, source), { object, path, chunk });
    const place = storePlace(written.sha256);
    await settle(place, path, wrapContent(place.name, written));
    return { sha256: written.sha256, bytes: written.bytes };
  } catch (error) {
    throw refusalOfDisk(error) ?? error;
  } finally {
    await rm(path, { force: true }).catch(() => undefined); // a later sweep finds it
  }
}

/** Reads stored bytes, or the part between two offsets (both included). */
export function readStored(sha256: string, range?: Range): Readable {
  const place = storePlace(sha256);
  return Readable.from(bytesOf(sha256, place, range), { objectMode: false });
}

/** The length of the content, as it came in. */
export async function storedSize(sha256: string): Promise<number> {
  const found = await contentAt(storePlace(sha256));
  return found ? found.bytes : (await stat(openPlace(sha256))).size;
}

/** Removes what uploads left that a crash or a lost disk broke off more than a day ago. */
export async function sweepIncoming(before: number = Date.now() - 86_400_000): Promise<void> {
  for (const name of await readdir(incomingFolder()).catch(() => [])) {
    const path = join(incomingFolder(), name);
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < before) {
      await removeOrphan(name);
      await rm(path, { force: true });
    }
  }
}

/** Ciphertext that got its place but no envelope bears the name of its place while it is incoming. */
async function removeOrphan(incoming: string): Promise<void> {
  const [, name, object] = /^([0-9a-f]{64})\.([0-9a-f-]{36})$/.exec(incoming) ?? [];
  if (name && object) {
    const place = placeOfName(name);
    const envelope = await readEnvelope(place.envelope);
    if (envelope?.object !== object) {
      await rm(place.object(object), { force: true });
    }
  }
}

async function* bytesOf(sha256: string, place: StorePlace, range: Range | undefined) {
  const content = await contentAt(place);
  if (content) {
    yield* readContent(place.object(content.own.object), content, range);
  } else {
    yield* createReadStream(openPlace(sha256), range) as AsyncIterable<Buffer>;
  }
}

/** Undefined for what was stored before contents were encrypted, or never. */
async function contentAt(place: StorePlace): Promise<Content | undefined> {
  const envelope = await readEnvelope(place.envelope);
  return envelope && unwrapContent(place.name, envelope);
}

async function* upTo(limit: number, source: Source): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.byteLength;
    if (bytes > limit) {
      throw tooLarge("The document is larger than {megabytes} MB. Scan it in parts.", {
        megabytes: Math.floor(limit / 1_048_576),
      });
    }
    yield chunk;
  }
}

/**
 * Gives ciphertext its place, then its envelope, by which it begins to exist. Where the content exists already,
 * ours is superfluous; the envelope is touched, so that nobody destroys what has just come in again.
 */
async function settle(place: StorePlace, path: string, envelope: Envelope): Promise<void> {
  const incoming = join(incomingFolder(), `${place.name}.${envelope.object}`);
  const object = place.object(envelope.object);
  let stands = false;
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  try {
    if (await touched(place.envelope)) {
      return;
    }
    await rename(path, incoming);
    await link(incoming, object);
    await syncFolder(place.folder);
    stands = await linkEnvelope(envelope, place.envelope);
    await touched(place.envelope);
  } finally {
    if (!stands) {
      await rm(object, { force: true });
    }
    await syncUpTo(place.folder);
    await rm(incoming, { force: true });
  }
}

/** Whether this envelope is the one that stands: another may have been first. */
async function linkEnvelope(envelope: Envelope, path: string): Promise<boolean> {
  const temporary = join(incomingFolder(), `${envelope.object}.envelope`);
  await writeEnvelope(envelope, temporary);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") {
      throw error;
    }
    return false;
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined); // a later sweep finds it
  }
}

/** Writes an envelope as a new file that is on the disk when this ends. */
export async function writeEnvelope(envelope: Envelope, path: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(JSON.stringify(envelope));
    await file.sync();
  } finally {
    await file.close();
  }
}

async function touched(path: string): Promise<boolean> {
  const at = new Date();
  return utimes(path, at, at).then(
    () => true,
    () => false,
  );
}

async function syncUpTo(folder: string): Promise<void> {
  const above = dirname(folder);
  for (const each of [folder, above, dirname(above), config().DOCUMENTS_FOLDER]) {
    await syncFolder(each);
  }
}

export async function syncFolder(folder: string): Promise<void> {
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
