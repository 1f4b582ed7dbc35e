import { refuseIf, Unfit, type Facts } from "../finding.ts";
import { refuseTwoKinds } from "../foreign.ts";
import { windowsOf, type Source } from "../source.ts";
import { refuseLarge } from "./size.ts";

export const jpegMagic = Buffer.from("ffd8ff", "hex");

const mostScans = 100;

/** Walks the segments of a JPEG to its end; thumbnails inside others are stepped over. */
export function inspectJpeg(source: Source): Facts {
  let at = 2;
  let frames = 0;
  let scans = 0;
  for (;;) {
    const { marker, length } = segmentAt(source, at);
    if (marker === endOfImage) {
      break;
    }
    if (beginsFrame(marker)) {
      frames += 1;
      refuseIf(frames > 1, "image-damaged");
      refuseLarge(sizeIn(source.read(at + 5, 4)));
    }
    at += 2 + length;
    if (marker === startOfScan) {
      scans += 1;
      refuseIf(scans > mostScans, "bomb");
      at = endOfScan(source, at);
    }
  }
  refuseIf(frames === 0 || scans === 0, "image-damaged");
  refuseTail(source, at + 2);
  refuseTwoKinds(source);
  return { mediaType: "image/jpeg", extension: "jpg", pages: 1 };
}

const endOfImage = 0xd9;
const startOfScan = 0xda;

function segmentAt(source: Source, from: number): { marker: number; length: number } {
  const head = source.read(from, 4);
  refuseIf(head.length < 2 || head[0] !== 0xff, "image-damaged");
  const marker = head[1] ?? 0;
  if (marker === endOfImage) {
    return { marker, length: 0 };
  }
  if (marker === 0xff) {
    return { marker, length: -1 }; // a byte of padding
  }
  const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
  refuseIf(marker === 0 || standsAlone || head.length < 4, "image-damaged");
  const length = head.readUInt16BE(2);
  refuseIf(length < 2 || from + 2 + length > source.size, "image-damaged");
  return { marker, length };
}

function beginsFrame(marker: number): boolean {
  const isTable = marker === 0xc4 || marker === 0xc8 || marker === 0xcc;
  return marker >= 0xc0 && marker <= 0xcf && !isTable;
}

function sizeIn(bytes: Buffer) {
  refuseIf(bytes.length < 4, "image-damaged");
  return { height: bytes.readUInt16BE(0), width: bytes.readUInt16BE(2) };
}

/** Inside a scan every 0xFF is followed by zero or a restart mark; what else follows ends it. */
function endOfScan(source: Source, from: number): number {
  const rest = {
    size: source.size - from,
    read: (at: number, n: number) => source.read(from + at, n),
  };
  for (const { at, bytes } of windowsOf(rest, 1024 ** 2, 1)) {
    for (let mark = bytes.indexOf(0xff); mark >= 0; mark = bytes.indexOf(0xff, mark + 1)) {
      const next = bytes[mark + 1];
      const belongs =
        next === undefined || next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
      if (!belongs) {
        return from + at + mark;
      }
    }
  }
  throw new Unfit("image-damaged");
}

/** Cameras lay a second picture behind the first; padding is harmless; anything else is another file. */
function refuseTail(source: Source, at: number): void {
  const tail = source.read(at, 4096);
  const isPicture = tail.subarray(0, jpegMagic.length).equals(jpegMagic);
  refuseIf(!isPicture && tail.some((byte) => byte !== 0 && byte !== 0xff), "two-kinds");
}
