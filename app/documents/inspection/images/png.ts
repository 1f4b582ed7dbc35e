import { crc32, createInflate, inflateSync } from "node:zlib";
import { refuseIf, Unfit, type Facts } from "../finding.ts";
import { refuseTwoKinds } from "../foreign.ts";
import type { Source } from "../source.ts";
import { refuseLarge } from "./size.ts";

export const pngMagic = Buffer.from("89504e470d0a1a0a", "hex");

/** Walks the pieces of a PNG to its end, and lets its pixels pass by without keeping them. */
export async function inspectPng(source: Source): Promise<Facts> {
  const head = headOf(source);
  refuseLarge(head);
  const pixels: { at: number; length: number }[] = [];
  let at = pngMagic.length;
  for (let kind = ""; kind !== "IEND";) {
    const piece = pieceAt(source, at);
    ({ kind } = piece);
    refuseIf(kind === "acTL", "animated");
    if (kind === "IDAT") {
      pixels.push({ at: at + 8, length: piece.length });
    } else {
      checkPiece(source, at, piece);
    }
    at += piece.length + 12;
  }
  refuseIf(pixels.length === 0, "image-damaged");
  refuseIf(
    source.read(at, source.size).some((byte) => byte !== 0),
    "two-kinds",
  );
  refuseTwoKinds(source);
  await passPixels(source, pixels, head);
  return { mediaType: "image/png", extension: "png", pages: 1 };
}

interface Head {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function headOf(source: Source): Head {
  const head = source.read(0, 33);
  const isHead = head.length === 33 && head.toString("latin1", 12, 16) === "IHDR";
  refuseIf(!isHead || head.readUInt32BE(8) !== 13, "image-damaged");
  const perPixel = (channels[head[25] ?? 9] ?? 0) * (head[24] ?? 0);
  refuseIf(perPixel === 0 || perPixel > 64, "image-damaged");
  return {
    width: head.readUInt32BE(16),
    height: head.readUInt32BE(20),
    bitsPerPixel: perPixel,
  };
}

function pieceAt(source: Source, at: number): { kind: string; length: number } {
  const head = source.read(at, 8);
  refuseIf(head.length < 8, "image-damaged");
  const [length, kind] = [head.readUInt32BE(0), head.toString("latin1", 4, 8)];
  refuseIf(!/^[A-Za-z]{4}$/.test(kind) || at + 12 + length > source.size, "image-damaged");
  return { kind, length };
}

const largestText = 8 * 1024 ** 2;

/** Words and colour tables may be packed too: a small piece that unpacks without end is a bomb. */
function checkPiece(source: Source, at: number, piece: { kind: string; length: number }): void {
  refuseIf(piece.length > largestText, "bomb");
  const whole = source.read(at + 4, piece.length + 4);
  const sum = source.read(at + 8 + piece.length, 4);
  refuseIf(sum.length < 4 || crc32(whole) !== sum.readUInt32BE(0), "image-damaged");
  if (["zTXt", "iCCP", "iTXt"].includes(piece.kind)) {
    unpackText(whole.subarray(4));
  }
}

function unpackText(piece: Buffer): void {
  const packed = piece.indexOf(0x78, piece.indexOf(0));
  try {
    inflateSync(piece.subarray(Math.max(0, packed)), { maxOutputLength: largestText });
  } catch (error) {
    const isBomb =
      error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    refuseIf(isBomb, "bomb");
  }
}

async function passPixels(
  source: Source,
  pieces: readonly { at: number; length: number }[],
  { width, height, bitsPerPixel }: Head,
): Promise<void> {
  const expected = (Math.ceil((width * bitsPerPixel) / 8) + 1) * height;
  const unpack = createInflate();
  let passed = 0;
  unpack.on("data", (chunk: Buffer) => {
    passed += chunk.length;
    if (passed > expected * 2 + 4096) {
      unpack.destroy(new Unfit("bomb"));
    }
  });
  const ended = new Promise<void>((resolve, reject) => {
    unpack.on("end", resolve);
    unpack.on("error", (error) =>
      reject(error instanceof Unfit ? error : new Unfit("image-damaged")),
    );
  });
  await Promise.race([feed(unpack, source, pieces), ended]);
  await ended;
  refuseIf(passed < Math.min(expected, width * height * (bitsPerPixel / 8)), "image-damaged");
}

async function feed(
  unpack: ReturnType<typeof createInflate>,
  source: Source,
  pieces: readonly { at: number; length: number }[],
): Promise<void> {
  for (const { at, length } of pieces) {
    for (let done = 0; done < length; done += 1024 ** 2) {
      const chunk = source.read(at + done, Math.min(1024 ** 2, length - done));
      if (!unpack.write(chunk)) {
        await new Promise((resolve) => unpack.once("drain", resolve));
      }
    }
  }
  unpack.end();
}
