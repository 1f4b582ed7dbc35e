import { readFile } from "node:fs/promises";
import { prepareZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";
import { projectFile } from "../../base/index.ts";
import { inspectImage } from "./read-image.ts";
import { runPoppler } from "./run-poppler.ts";

const firstPages = 3;
// The long side of a page in pixels: 220 dots an inch on A4, and no more on a page of any size.
const longSide = 2600;

const options: ReaderOptions = { formats: ["QRCode"], tryHarder: true, maxNumberOfSymbols: 8 };
// Uneven light wants the first way of telling black from white, speckled paper the second.
const binarizers = ["LocalAverage", "FixedThreshold"] as const;

/** The texts of the QR codes on the first pages of a scanned PDF, or on a PNG or JPEG. */
export async function readQrCodes(path: string): Promise<string[]> {
  await reader();
  const image = await inspectImage(path);
  if (!("failure" in image)) {
    return textsOf([await readFile(path)]);
  }
  const { code, stdout } = await runPoppler("pdftoppm", {
    path,
    before: ["-gray", "-f", "1", "-l", String(firstPages), "-scale-to", String(longSide)],
  });
  return code === 0 ? textsOf(pagesIn(stdout)) : [];
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly colorSpace: "srgb";
}

let ready: Promise<unknown> | undefined;

/** By default the reader would be fetched from the network; ours lies beside it. */
function reader(): Promise<unknown> {
  ready ??= readFile(projectFile("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm")).then(
    (bytes) =>
      prepareZXingModule({
        overrides: { wasmBinary: new Uint8Array(bytes).buffer },
        fireImmediately: true,
      }),
  );
  return ready;
}

async function textsOf(pages: readonly (Buffer | Pixels)[]): Promise<string[]> {
  const texts = new Set<string>();
  for (const page of pages) {
    for (const text of await textsOn(page)) {
      texts.add(text);
    }
  }
  return [...texts];
}

async function textsOn(page: Buffer | Pixels): Promise<string[]> {
  for (const binarizer of binarizers) {
    const codes = await readBarcodes(page, { ...options, binarizer });
    const texts = codes.filter((code) => code.isValid).map((code) => code.text);
    if (texts.length > 0) {
      return texts;
    }
  }
  return [];
}

/** Grey pictures in the "P5" form, one after another. */
function pagesIn(output: Buffer): Pixels[] {
  const pages: Pixels[] = [];
  let at = 0;
  while (at < output.length) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(output.toString("latin1", at, at + 64));
    if (!head) {
      break;
    }
    const [width, height] = [Number(head[1]), Number(head[2])];
    const from = at + head[0].length;
    at = from + width * height;
    pages.push(inColour(output.subarray(from, at), width, height));
  }
  return pages;
}

/** The reader takes pictures in colour only: four bytes a point, little end first. */
function inColour(grey: Buffer, width: number, height: number): Pixels {
  const points = new Uint32Array(width * height);
  for (let index = 0; index < points.length; index += 1) {
    points[index] = 0xff000000 + (grey[index] ?? 255) * 0x010101;
  }
  return { width, height, data: new Uint8ClampedArray(points.buffer), colorSpace: "srgb" };
}
