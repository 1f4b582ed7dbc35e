import { open } from "node:fs/promises";

export interface ImageFacts {
  readonly kind: "png" | "jpeg";
  readonly width: number;
  readonly height: number;
}

export const imageFailures = ["not-an-image", "damaged", "too-large"] as const;
export type ImageFailure = (typeof imageFailures)[number];

const headBytes = 1024 * 1024;
const mostPixels = 50_000_000;
const longestSide = 12_000;

/** What an image says of itself in its head. Nothing is decoded, so a bomb cannot go off here. */
export async function inspectImage(path: string): Promise<ImageFacts | { failure: ImageFailure }> {
  const head = await readHead(path);
  const kind = imageKind(head);
  if (!kind) {
    return { failure: "not-an-image" };
  }
  const size = kind === "png" ? pngSize(head) : jpegSize(head);
  if (!size || size.width === 0 || size.height === 0) {
    return { failure: "damaged" };
  }
  const isTooLarge =
    size.width * size.height > mostPixels || Math.max(size.width, size.height) > longestSide;
  return isTooLarge ? { failure: "too-large" } : { kind, ...size };
}

const pngMagic = Buffer.from("89504e470d0a1a0a", "hex");
const jpegMagic = Buffer.from("ffd8ff", "hex");

/** By its first bytes, never by its name. */
export function imageKind(bytes: Buffer): ImageFacts["kind"] | undefined {
  if (bytes.subarray(0, pngMagic.length).equals(pngMagic)) {
    return "png";
  }
  return bytes.subarray(0, jpegMagic.length).equals(jpegMagic) ? "jpeg" : undefined;
}

type Size = Pick<ImageFacts, "width" | "height">;

function pngSize(head: Buffer): Size | undefined {
  return head.length >= 24 && head.toString("latin1", 12, 16) === "IHDR"
    ? { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
    : undefined;
}

/** Walks the segments to the one that begins a frame; thumbnails inside others are stepped over. */
function jpegSize(head: Buffer): Size | undefined {
  let at = 2;
  while (at + 9 <= head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0;
    if (beginsFrame(marker)) {
      return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) };
    }
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(at + 2);
  }
  return undefined;
}

function beginsFrame(marker: number): boolean {
  const isTable = marker === 0xc4 || marker === 0xc8 || marker === 0xcc;
  return marker >= 0xc0 && marker <= 0xcf && !isTable;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
