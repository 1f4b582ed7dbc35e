/** Tells what bytes are, by the bytes. Runs in a process of its own: see `run-inspector.ts`. */
import { refuseIf, Unfit, type Facts } from "./finding.ts";
import { inspectJpeg, jpegMagic } from "./images/jpeg.ts";
import { inspectPng, pngMagic } from "./images/png.ts";
import { inspectTiff, tiffMagics } from "./images/tiff.ts";
import { inspectText, isText } from "./inspect-text.ts";
import { inspectOffice, zipMagic } from "./office/inspect-office.ts";
import { inspectPdf, pdfMagic } from "./pdf/inspect-pdf.ts";
import { sourceOfBytes, type Source } from "./source.ts";

export async function lookInto(source: Source, extension: string): Promise<Facts> {
  refuseIf(source.size === 0, "empty");
  const head = source.read(0, 1100);
  const [, inspect] = kinds.find(([magic]) => head.subarray(0, magic.length).equals(magic)) ?? [];
  if (inspect) {
    return inspect(source);
  }
  if (head.includes(pdfMagic)) {
    return inspectPdf(source);
  }
  refuseIf(!isText(source), "unknown");
  return inspectText(source, { extension, look: lookIntoBytes });
}

const kinds: readonly (readonly [magic: Buffer, (source: Source) => Facts | Promise<Facts>])[] = [
  [pngMagic, inspectPng],
  [jpegMagic, inspectJpeg],
  ...tiffMagics.map((magic) => [magic, inspectTiff] as const),
  [zipMagic, (source) => inspectOffice(source)],
  [Buffer.from("d0cf11e0a1b11ae1", "hex"), refuseOldOffice],
];

function refuseOldOffice(): never {
  throw new Unfit("old-office");
}

function lookIntoBytes(bytes: Buffer, extension: string): Promise<Facts> {
  return lookInto(sourceOfBytes(bytes), extension);
}
