import { refuseIf, type Facts } from "../finding.ts";
import { refuseTwoKinds } from "../foreign.ts";
import { sourceOfBytes, type Source } from "../source.ts";
import { refuseLarge } from "./size.ts";

export const tiffMagics = [Buffer.from("49492a00", "hex"), Buffer.from("4d4d002a", "hex")];

const mostPages = 500;
const mostPixelsInAll = 2_000_000_000;
const harmless = 64 * 1024 ** 2;

/** One page of a TIFF, by the tags its directory gives. */
export interface TiffPage {
  readonly width: number;
  readonly height: number;
  readonly tags: ReadonlyMap<number, readonly number[]>;
}

/** Reads the directories of a TIFF and nothing else: no strip is decoded. */
export function inspectTiff(source: Source): Facts {
  const pages = tiffPages(source);
  refuseIf(pages.length === 0, "image-damaged");
  pages.forEach((page) => checkPage(source, page));
  const pixels = pages.reduce((sum, { width, height }) => sum + width * height, 0);
  refuseIf(pixels > mostPixelsInAll, "image-too-large");
  // Strips that lie upon each other make a small file large for whoever lays them side by side.
  const bytes = pages.flatMap(countsOf).reduce((sum, count) => sum + count, 0);
  refuseIf(bytes > Math.max(source.size, harmless), "bomb");
  refuseTwoKinds(source);
  return { mediaType: "image/tiff", extension: "tif", pages: pages.length };
}

export function tiffPages(source: Source): TiffPage[] {
  const isLittle = source.read(0, 1)[0] === 0x49;
  const reader = { source, isLittle };
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  let values = 0;
  for (let at = numberAt(reader, 4, 4); at !== 0;) {
    refuseIf(seen.has(at), "bomb");
    refuseIf(seen.size >= mostPages, "too-many-pages");
    seen.add(at);
    const entries = numberAt(reader, at, 2);
    refuseIf(entries === 0 || entries > 500, "image-damaged");
    const page = pageAt(reader, at + 2, entries);
    pages.push(page);
    values += [...page.tags.values()].reduce((sum, { length }) => sum + length, 0);
    refuseIf(values > mostValuesInAll, "bomb");
    at = numberAt(reader, at + 2 + entries * 12, 4);
  }
  return pages;
}

interface Reader {
  readonly source: Source;
  readonly isLittle: boolean;
}

function numberAt({ source, isLittle }: Reader, at: number, size: 1 | 2 | 4): number {
  const bytes = source.read(at, size);
  refuseIf(bytes.length < size, "image-damaged");
  return isLittle ? bytes.readUIntLE(0, size) : bytes.readUIntBE(0, size);
}

function pageAt(reader: Reader, at: number, entries: number): TiffPage {
  const tags = new Map<number, readonly number[]>();
  for (let index = 0; index < entries; index += 1) {
    const entry = at + index * 12;
    tags.set(numberAt(reader, entry, 2), valuesAt(reader, entry));
  }
  const [width = 0] = tags.get(256) ?? [];
  const [height = 0] = tags.get(257) ?? [];
  return { width, height, tags };
}

const sizes: Readonly<Record<number, 1 | 2 | 4>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  13: 4,
};
const mostValues = 100_000;
const mostValuesInAll = 2_000_000;
/** Whole numbers matter here; words, colour tables and fractions do not. */
const wanted = new Set([
  256, 257, 258, 259, 262, 266, 273, 277, 278, 279, 284, 292, 317, 322, 324, 325, 330,
]);

function valuesAt(reader: Reader, entry: number): readonly number[] {
  const size = sizes[numberAt(reader, entry + 2, 2)];
  const count = numberAt(reader, entry + 4, 4);
  if (!wanted.has(numberAt(reader, entry, 2)) || size === undefined) {
    return [];
  }
  refuseIf(count > mostValues, "image-damaged");
  const at = count * size <= 4 ? entry + 8 : numberAt(reader, entry + 8, 4);
  refuseIf(at + count * size > reader.source.size, "image-damaged");
  const values = { ...reader, source: sourceOfBytes(reader.source.read(at, count * size)) };
  return Array.from({ length: count }, (_, index) => numberAt(values, index * size, size));
}

const compressions = new Set([1, 2, 3, 4, 5, 6, 7, 8, 32_773, 32_946]);

function checkPage(source: Source, page: TiffPage): void {
  refuseLarge(page);
  const [compression = 1] = page.tags.get(259) ?? [];
  refuseIf(!compressions.has(compression), "image-damaged");
  const offsets = page.tags.get(273) ?? page.tags.get(324) ?? [];
  const counts = countsOf(page);
  refuseIf(offsets.length === 0 || offsets.length !== counts.length, "image-damaged");
  const isOutside = offsets.some((at, index) => at + (counts[index] ?? 0) > source.size);
  refuseIf(isOutside || counts.every((count) => count === 0), "image-damaged");
}

function countsOf({ tags }: TiffPage): readonly number[] {
  return tags.get(279) ?? tags.get(325) ?? [];
}
