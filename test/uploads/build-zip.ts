import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
  readonly stored?: boolean;
  /** Lies, for archives that tell them. */
  readonly flags?: number;
  readonly mode?: number;
  readonly claims?: number;
  readonly localName?: string;
  readonly at?: number;
}

export interface ZipShape {
  readonly prefix?: Buffer;
  readonly between?: Buffer;
  readonly suffix?: Buffer;
}

const none = Buffer.alloc(0);
const known = new WeakMap<Buffer, Buffer>();

/** Bombs are packed once, however many archives hold them. */
function packed(bytes: Buffer): Buffer {
  const before = known.get(bytes) ?? deflateRawSync(bytes);
  known.set(bytes, before);
  return before;
}

/** Writes an archive as told, honest or not. */
export function buildZip(entries: readonly ZipEntry[], given: ZipShape = {}): Buffer {
  const { prefix, between, suffix } = { prefix: none, between: none, suffix: none, ...given };
  const parts: Buffer[] = [prefix];
  const directory: Buffer[] = [];
  let at = prefix.length;
  for (const entry of entries) {
    const data = entry.stored ? entry.bytes : packed(entry.bytes);
    const head = localHead(entry, data);
    directory.push(directoryEntry(entry, { data, at: entry.at ?? at }));
    if (entry.at === undefined) {
      parts.push(head, data);
      at += head.length + data.length;
    }
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at + between.length, 16);
  return Buffer.concat([...parts, between, listed, end, suffix]);
}

function localHead(entry: ZipEntry, data: Buffer): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  writeCommon(head.subarray(6), entry, data);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function directoryEntry(
  entry: ZipEntry,
  { data, at }: { readonly data: Buffer; readonly at: number },
): Buffer {
  const name = Buffer.from(entry.name);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(0x0314, 4);
  head.writeUInt16LE(20, 6);
  writeCommon(head.subarray(8), entry, data);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
  head.writeUInt32LE(at, 42);
  return Buffer.concat([head, name]);
}

function writeCommon(head: Buffer, entry: ZipEntry, data: Buffer): void {
  head.writeUInt16LE((entry.flags ?? 0) | 0x0800, 0);
  head.writeUInt16LE(entry.stored ? 0 : 8, 2);
  head.writeUInt32LE(0x58210000, 4);
  head.writeUInt32LE(crc32(entry.bytes), 8);
  head.writeUInt32LE(data.length, 12);
  head.writeUInt32LE(entry.claims ?? entry.bytes.length, 16);
}
