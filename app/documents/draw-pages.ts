/**
 * Pictures of the pages of a document, drawn by poppler in its sandbox. A page is drawn once and kept in the store;
 * who looks later gets the kept picture.
 */
import {
  insertMany,
  now,
  readStored,
  rows,
  store,
  transaction,
  withStoredFile,
  unavailable,
  words,
} from "../base/index.ts";
import { runPoppler } from "./pdf/index.ts";

const kind = "page-110";
const dotsPerInch = 110;
const atOnce = 10;

interface Kept {
  readonly page: number;
  readonly sha256: string;
}

/** All pages of a PDF as JPEG pictures, in order. */
export async function drawPages(sha256: string, pages: number): Promise<Buffer[]> {
  const kept = await keptPages(sha256);
  const missing = numbersTo(pages).filter((page) => !kept.some((one) => one.page === page));
  const drawn = missing.length === 0 ? [] : await drawMissing(sha256, missing);
  const all = [...kept, ...drawn].toSorted((one, other) => one.page - other.page);
  return Promise.all(all.map((one) => bytesOf(one.sha256)));
}

/** The first page, drawn for this once: nothing of it is kept. */
export function drawOnce(sha256: string): Promise<Buffer | undefined> {
  return withStoredFile(sha256, async (path) => (await drawRange(path, 1, 1)).at(0));
}

function keptPages(sha256: string): Promise<Kept[]> {
  return rows<Kept>(
    `select page, rendition_sha256 as "sha256" from renditions
     where sha256 = $sha256 and kind = $kind order by page`,
    { sha256, kind },
  );
}

function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

async function drawMissing(sha256: string, missing: readonly number[]): Promise<Kept[]> {
  const drawn: Kept[] = [];
  await withStoredFile(sha256, async (path) => {
    for (let at = 0; at < missing.length; at += atOnce) {
      const [first = 1, last = first] = [missing[at], missing.slice(at, at + atOnce).at(-1)];
      const pictures = await drawRange(path, first, last);
      for (const [index, bytes] of pictures.entries()) {
        drawn.push({ page: first + index, sha256: (await store([bytes])).sha256 });
      }
    }
  });
  const fresh = drawn.filter(({ page }) => missing.includes(page));
  await keep(sha256, fresh);
  return fresh;
}

async function drawRange(path: string, first: number, last: number): Promise<Buffer[]> {
  const { code, stdout } = await runPoppler("pdftoppm", {
    path,
    before: [
      "-jpeg",
      "-r",
      String(dotsPerInch),
      "-scale-to",
      "1800",
      "-f",
      String(first),
      "-l",
      String(last),
    ],
  });
  const pictures = code === 0 ? picturesIn(stdout) : [];
  if (pictures.length !== last - first + 1) {
    throw unavailable(words("The pages of this document cannot be drawn. Tell the helpdesk."));
  }
  return pictures;
}

const between = Buffer.from("ffd9ffd8ff", "hex");

/** Poppler writes one picture behind the other. */
function picturesIn(bytes: Buffer): Buffer[] {
  const pictures: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(between); at >= 0; at = bytes.indexOf(between, at + 2)) {
    pictures.push(bytes.subarray(from, at + 2));
    from = at + 2;
  }
  return bytes.length === 0 ? [] : [...pictures, bytes.subarray(from)];
}

/** Two readers may draw the same page at once; one of them keeps it. */
async function keep(sha256: string, drawn: readonly Kept[]): Promise<void> {
  const known = new Set((await keptPages(sha256)).map(({ page }) => page));
  const fresh = drawn.filter(({ page }) => !known.has(page));
  await transaction(() =>
    insertMany(
      "renditions",
      fresh.map((one) => ({
        sha256,
        kind,
        page: one.page,
        renditionSha256: one.sha256,
        bytes: 0,
        madeAt: now(),
      })),
    ),
  ).catch(() => undefined); // the other's serve as well
}

async function bytesOf(sha256: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readStored(sha256) as AsyncIterable<Buffer>) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
