import { open, type FileHandle } from "node:fs/promises";
import { openChunk, tagBytes } from "./chunks.ts";
import type { Content } from "./envelope.ts";

export interface Range {
  readonly start: number;
  /** The last byte asked for, included. */
  readonly end: number;
}

/** The content of a sealed file, or the part between two offsets: only the chunks it lies in are opened. */
export async function* readContent(
  path: string,
  content: Content,
  range: Range = { start: 0, end: Infinity },
): AsyncGenerator<Buffer> {
  const { bytes, chunk } = content;
  const end = Math.min(range.end, bytes - 1);
  const file = await open(path, "r");
  try {
    await refuseOtherLength(file, content);
    const [first, last] = [Math.floor(range.start / chunk), Math.floor(end / chunk)];
    for (let index = first; index <= last && range.start <= end; index += 1) {
      const plain = await readChunk(file, content, index);
      const [from, until] = [range.start - index * chunk, end + 1 - index * chunk];
      yield plain.subarray(Math.max(0, from), Math.min(chunk, until));
    }
    if (bytes === 0) {
      await readChunk(file, content, 0); // nothing to give, but it must be authentic
    }
  } finally {
    await file.close();
  }
}

async function readChunk(file: FileHandle, content: Content, index: number): Promise<Buffer> {
  const { bytes, chunk, own } = content;
  const isLast = index === chunksOf(content) - 1;
  const length = isLast ? bytes - index * chunk : chunk;
  const sealed = Buffer.allocUnsafe(length + tagBytes);
  let read = 0;
  while (read < sealed.length) {
    const offset = index * (chunk + tagBytes) + read;
    const { bytesRead } = await file.read(sealed, read, sealed.length - read, offset);
    if (bytesRead === 0) {
      throw new Error("A stored content is cut short");
    }
    read += bytesRead;
  }
  return openChunk(own, { index, isLast }, sealed);
}

/** What hangs behind the end is never read, so it must be refused by the length. */
async function refuseOtherLength(file: FileHandle, content: Content): Promise<void> {
  const expected = content.bytes + chunksOf(content) * tagBytes;
  if ((await file.stat()).size !== expected) {
    throw new Error("A stored content is longer or shorter than it was written");
  }
}

function chunksOf({ bytes, chunk }: Content): number {
  return Math.max(1, Math.ceil(bytes / chunk));
}
