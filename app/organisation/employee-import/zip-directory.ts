import type { FileHandle } from "node:fs/promises";
import { invalid } from "../../base/index.ts";

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const longestEnd = 65_557;

/** Names and unpacked sizes from the directory at the end of an archive, before anything is unpacked. */
export async function readDirectory(
  file: FileHandle,
  size: number,
): Promise<ReadonlyMap<string, number>> {
  const tail = await readAt(file, Math.max(0, size - longestEnd), Math.min(size, longestEnd));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 20 > tail.length || tail.readUInt32LE(end) !== endMark) {
    throw damaged();
  }
  const [length, start] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (start + length > size) {
    throw damaged();
  }
  return readEntries(await readAt(file, start, length));
}

export function damaged() {
  return invalid("files", "The workbook is damaged and cannot be read. Save it again and try.");
}

function readEntries(directory: Buffer): Map<string, number> {
  const entries = new Map<string, number>();
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === entryMark) {
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString("utf8", at + 46, at + 46 + nameLength);
    entries.set(name, directory.readUInt32LE(at + 24));
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  await file.read(buffer, 0, length, position);
  return buffer;
}
