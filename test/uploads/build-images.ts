import { crc32, deflateSync } from "node:zlib";

export function pngChunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

export interface PngWish {
  readonly width: number;
  readonly height: number;
  readonly bits?: number;
  readonly colour?: 0 | 2 | 3 | 4 | 6;
  /** Between the head and the pixels. */
  readonly extra?: readonly Buffer[];
  readonly pixels?: Buffer;
  readonly after?: Buffer;
}

const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

export function buildPng(wish: PngWish): Buffer {
  const { bits = 8, colour = 0, height, width } = wish;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, colour, 0, 0, 0], 8);
  const line = Math.ceil((width * bits * channels[colour]) / 8) + 1;
  const pixels = wish.pixels ?? deflateSync(Buffer.alloc(line * height));
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    pngChunk("IHDR", head),
    ...(colour === 3 ? [pngChunk("PLTE", Buffer.alloc(768, 7))] : []),
    ...(wish.extra ?? []),
    pngChunk("IDAT", pixels),
    pngChunk("IEND", Buffer.alloc(0)),
    wish.after ?? Buffer.alloc(0),
  ]);
}

/** A JPEG's frame with a scan of a few bytes: enough for whoever reads the head. */
export function buildJpeg(wish: {
  readonly width: number;
  readonly height: number;
  readonly comment?: Buffer;
  readonly scans?: number;
  readonly after?: Buffer;
}): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(wish.height, 5);
  frame.writeUInt16BE(wish.width, 7);
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0x00, 0x34]);
  const note = wish.comment ?? Buffer.from("scanner");
  const comment = Buffer.concat([
    Buffer.from([0xff, 0xfe, (note.length + 2) >> 8, (note.length + 2) & 255]),
    note,
  ]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    comment,
    frame,
    ...Array.from({ length: wish.scans ?? 1 }, () => scan),
    Buffer.from([0xff, 0xd9]),
    wish.after ?? Buffer.alloc(0),
  ]);
}

export interface TiffWish {
  readonly width: number;
  readonly height: number;
  readonly pages?: number;
  readonly big?: boolean;
  readonly compression?: number;
  readonly stripBytes?: number;
  readonly after?: Buffer;
  /** Where the last directory leads: to nothing, or back to the first. */
  readonly next?: number;
}

/** A TIFF of grey pages; strips first, directories at the end. */
export function buildTiff(wish: TiffWish): Buffer {
  const { big = false, compression = 1, height, pages = 1, width } = wish;
  const strip = Buffer.alloc(Math.min(width * height, 1_000_000), 200);
  const after = wish.after ?? Buffer.alloc(0);
  const directories = 8 + strip.length + after.length;
  const size = 2 + 8 * 12 + 4;
  const whole = Buffer.alloc(directories + pages * size);
  const two = (value: number, at: number) =>
    big ? whole.writeUInt16BE(value, at) : whole.writeUInt16LE(value, at);
  const four = (value: number, at: number) =>
    big ? whole.writeUInt32BE(value, at) : whole.writeUInt32LE(value, at);
  whole.write(big ? "MM" : "II", 0, "latin1");
  two(42, 2);
  four(directories, 4);
  strip.copy(whole, 8);
  after.copy(whole, 8 + strip.length);
  const tags = [
    [256, width],
    [257, height],
    [258, 8],
    [259, compression],
    [262, 1],
    [273, 8],
    [278, height],
    [279, wish.stripBytes ?? strip.length],
  ] as const;
  for (let page = 0; page < pages; page += 1) {
    const at = directories + page * size;
    two(tags.length, at);
    tags.forEach(([tag, value], index) => {
      two(tag, at + 2 + index * 12);
      two(4, at + 4 + index * 12);
      four(1, at + 6 + index * 12);
      four(value, at + 10 + index * 12);
    });
    four(page + 1 < pages ? at + size : (wish.next ?? 0), at + size - 4);
  }
  return whole;
}
