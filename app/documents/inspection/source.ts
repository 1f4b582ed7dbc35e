import { fstatSync, openSync, readSync } from "node:fs";

/** Bytes that are looked into: a file, or what was unpacked from one. Never held whole unless it is small. */
export interface Source {
  readonly size: number;
  /** Fewer bytes than asked for only at the end. */
  read(at: number, length: number): Buffer;
}

export function sourceOfFile(path: string): Source {
  const file = openSync(path, "r");
  return {
    size: fstatSync(file).size,
    read: (at, length) => {
      const buffer = Buffer.alloc(Math.max(0, length));
      return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, at));
    },
  };
}

export function sourceOfBytes(bytes: Buffer): Source {
  return { size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) };
}

/** The bytes piece by piece, each with some of the next, so that nothing is missed at a seam. */
export function* windowsOf(source: Source, length: number, overlap: number) {
  for (let at = 0; at < source.size; at += length) {
    yield { at, bytes: source.read(at, length + overlap), isLast: at + length >= source.size };
  }
}
