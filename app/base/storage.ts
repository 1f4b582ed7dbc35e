/**
 * INVARIANTS
 * 1. Content is stored encrypted, under a keyed hash of its SHA-256, and never changes; the same content is
 *    stored once. Callers know it by its SHA-256 alone.
 * 2. Content without an envelope does not exist (`encryption/settle-content.ts`); what a crash leaves is swept away.
 */
import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { config } from "./config.ts";
import { readEnvelope, unwrapContent, wrapContent, type Content } from "./encryption/envelope.ts";
import { readContent, type Range } from "./encryption/read-content.ts";
import { settleContent } from "./encryption/settle-content.ts";
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
    await settleContent(place, path, wrapContent(place.name, written));
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
