/**
 * Where the bytes of an upload wait until it is whole: one file for each on the disk that all instances share,
 * under a key of its own that stands sealed in its row. Whoever has the disk alone has nothing.
 */
import { createCipheriv, randomBytes, type Cipheriv } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { config, defineSealedColumn, openColumn, sealColumn } from "../../base/index.ts";
import type { Upload } from "./upload.ts";

const place = "uploads.sealed_key";
const block = 16;

defineSealedColumn(place);

/** A key that nobody has seen, sealed for the row of this upload. */
export function newPartKey(id: string): string {
  return sealColumn(place, id, randomBytes(32).toString("base64"));
}

export function partsFolder(): string {
  return join(config().DOCUMENTS_FOLDER, "uploads");
}

function pathOf(id: string): string {
  return join(partsFolder(), id);
}

/** Opens the file for writing from an offset on; what lay behind that is written over. */
export async function openPart({ id }: Pick<Upload, "id">): Promise<FileHandle> {
  await mkdir(partsFolder(), { recursive: true, mode: 0o700 });
  return open(pathOf(id), "a+", 0o600).then(async (file) => {
    await file.close();
    return open(pathOf(id), "r+");
  });
}

/** Gives the bytes of the upload from its beginning, once all are there. */
export async function* readPart(upload: Upload): AsyncGenerator<Buffer> {
  const cipher = cipherFrom(upload, 0);
  for await (const chunk of createReadStream(pathOf(upload.id)) as AsyncIterable<Buffer>) {
    yield cipher.update(chunk);
  }
}

export function removePart(id: string): Promise<void> {
  return rm(pathOf(id), { force: true });
}

/** The key stream from an offset on: it is the same for writing and for reading. */
export function cipherFrom({ id, sealedKey }: Upload, offset: number): Cipheriv {
  const key = Buffer.from(openColumn(place, id, sealedKey), "base64");
  const counter = Buffer.alloc(block);
  counter.writeBigUInt64BE(BigInt(Math.floor(offset / block)), block - 8);
  const cipher = createCipheriv("aes-256-ctr", key, counter);
  cipher.update(Buffer.alloc(offset % block));
  return cipher;
}
