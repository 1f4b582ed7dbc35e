/**
 * INVARIANTS
 * 1. `received` counts only bytes that are on the disk, in order from the first.
 * 2. One request at a time writes to an upload. The right to write is lent for a while, so that a process that
 *    died does not keep it, and every instance sees to whom.
 */
import { createHash, randomUUID } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import {
  conflict,
  execute,
  now,
  Refusal,
  row,
  store,
  tooLarge,
  words,
  type Actor,
} from "../../base/index.ts";
import { config } from "../../base/index.ts";
import { refuseBeyondQuota } from "../quota.ts";
import { cipherFrom, openPart, readPart, removePart } from "./part-file.ts";
import { findUpload, uploadColumns, type Upload } from "./upload.ts";

const lentSeconds = 60;

export interface Chunk {
  readonly offset: number;
  readonly request: IncomingMessage;
  /** SHA-256 of the chunk in base64, where the sender gives one. */
  readonly checksum?: string | undefined;
}

/** Takes in what arrives, as far as it arrives; answers how much is there now. */
export async function writeChunk(actor: Actor, id: string, chunk: Chunk): Promise<Upload> {
  const before = await findUpload(actor, id);
  if (before.sha256 !== null || chunk.offset !== before.received) {
    throw conflict("The upload stands at another place. Ask where, and go on from there.");
  }
  await refuseBeyondQuota(actor, { field: "files", bytes: before.bytes, upload: id });
  const writer = await borrow(before);
  const received = await writeOut(before, writer, chunk);
  const upload = await giveBack(before, writer, received);
  return upload.received === upload.bytes ? finish(upload) : upload;
}

async function borrow({ id, received }: Upload): Promise<string> {
  const writer = randomUUID();
  const lent = await row(
    `update uploads set writer = $writer, writer_until = clock_timestamp() + make_interval(secs => $seconds)
     where id = $id and received = $received and sha256 is null
       and (writer is null or writer_until < clock_timestamp())
     returning id`,
    { id, writer, received, seconds: lentSeconds },
  );
  if (!lent) {
    throw new Refusal(423, "locked", {
      words: "Another request is writing to this upload. Try again in a minute.",
    });
  }
  return writer;
}

async function stillLent(id: string, writer: string): Promise<void> {
  const lent = await row(
    `update uploads set writer_until = clock_timestamp() + make_interval(secs => $seconds)
     where id = $id and writer = $writer returning id`,
    { id, writer, seconds: lentSeconds },
  );
  if (!lent) {
    throw conflict("The upload stands at another place. Ask where, and go on from there.");
  }
}

/** A link that breaks ends the chunk, not the upload: what had come by then stays. */
async function writeOut(upload: Upload, writer: string, chunk: Chunk): Promise<number> {
  const file = await openPart(upload);
  const cipher = cipherFrom(upload, chunk.offset);
  const hash = createHash("sha256");
  let at = chunk.offset;
  let renewed = Date.now();
  try {
    for await (const piece of arriving(chunk.request)) {
      if (at + piece.length > upload.bytes) {
        throw tooLarge(words("More arrived than was announced. Begin the upload again."));
      }
      // A sender that was silent for long may have lost its right to another: it is asked about before writing.
      if (Date.now() - renewed > (lentSeconds * 1000) / 3) {
        await stillLent(upload.id, writer);
        renewed = Date.now();
      }
      hash.update(piece);
      await writeWhole(file, cipher.update(piece), at);
      at += piece.length;
    }
    await file.datasync();
  } catch (error) {
    await giveBack(upload, writer, chunk.offset);
    throw error;
  } finally {
    await file.close();
  }
  const agrees = chunk.checksum === undefined || chunk.checksum === hash.digest("base64");
  if (!agrees) {
    await giveBack(upload, writer, chunk.offset);
    throw new Refusal(460, "checksum", {
      words: "The piece did not arrive as it was sent. Send it again.",
    });
  }
  return at;
}

/** A disk that is filling up takes a part without an error; counted as written it would be lost. */
async function writeWhole(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
  }
}

async function* arriving(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    yield* request as AsyncIterable<Buffer>;
  } catch (error) {
    if (!request.destroyed && request.complete) {
      throw error;
    }
  }
}

async function giveBack({ id }: Upload, writer: string, received: number): Promise<Upload> {
  const upload = await row<Upload>(
    `update uploads set received = $received, writer = null, writer_until = null
     where id = $id and writer = $writer returning ${uploadColumns}`,
    { id, writer, received },
  );
  if (!upload) {
    throw conflict("The upload stands at another place. Ask where, and go on from there.");
  }
  return upload;
}

/** Whole: it moves into the store, where it is what any other upload is. Of two that do it at once, one may be late. */
async function finish(upload: Upload): Promise<Upload> {
  try {
    return await moveIntoStore(upload);
  } catch (error) {
    const done = await row<Upload>(
      `select ${uploadColumns} from uploads where id = $id and sha256 is not null`,
      { id: upload.id },
    );
    if (!done) {
      throw error;
    }
    return done;
  }
}

async function moveIntoStore(upload: Upload): Promise<Upload> {
  const { sha256 } = await store(readPart(upload), config().RESUMABLE_LIMIT_BYTES);
  await execute("update uploads set sha256 = $sha256 where id = $id", { id: upload.id, sha256 });
  await removePart(upload.id);
  return { ...upload, sha256 };
}

/** Where a process died between the last byte and the store, the next question finishes it. */
export async function finishIfWhole(upload: Upload): Promise<Upload> {
  const isLeft = upload.sha256 === null && upload.received === upload.bytes;
  return isLeft ? finish(upload) : upload;
}

/** How long an upload may still wait, as the protocol tells it. */
export function expiryOf({ expiresAt }: Upload): string {
  return (expiresAt > now() ? expiresAt : now()).toUTCString();
}
