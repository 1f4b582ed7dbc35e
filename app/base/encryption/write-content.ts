import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import { newContentKey, sealChunk } from "./chunks.ts";
import { cutIntoChunks } from "./cut-into-chunks.ts";
import type { Content } from "./envelope.ts";

export interface Written extends Content {
  readonly sha256: string;
}

interface Given {
  readonly object: string;
  readonly path: string;
  readonly chunk: number;
}

/** Encrypts a stream into a new file under a key of its own; the open content never touches the disk. */
export async function writeContent(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { object, path, chunk }: Given,
): Promise<Written> {
  const own = newContentKey(object);
  const hash = createHash("sha256");
  const file = await open(path, "wx", 0o600);
  let [bytes, index] = [0, 0];
  try {
    for await (const { plain, isLast } of cutIntoChunks(source, chunk)) {
      hash.update(plain);
      bytes += plain.length;
      await writeWhole(file, sealChunk(own, { index, isLast }, plain));
      index += 1;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { own, bytes, chunk, sha256: hash.digest("hex") };
}

/** A full disk may take a part of a chunk without an error; the rest must not be forgotten. */
async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.byteLength;) {
    written += (await file.write(chunk, written)).bytesWritten;
  }
}
