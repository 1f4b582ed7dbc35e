import { deflateSync, crc32 } from "node:zlib";
import type { Canvas } from "../../documents/pdf/index.ts";
import { createRandom, type Random } from "../random.ts";

/** The paper of a letter, held by its document once for all pages. */
export type Sheet = Buffer;

interface ImageOpener {
  openImage(source: Buffer): Sheet;
}

export function pickSheet(random: Random, canvas: Canvas): Sheet {
  // pdfkit's types know neither openImage nor that image() takes what it opens.
  return (canvas as unknown as ImageOpener).openImage(random.pick(papers));
}

/** Makes a page look as if it had lain on a scanner: grey, grained, speckled, a little askew. */
export function soil(random: Random, canvas: Canvas, sheet: Sheet): void {
  const { width, height } = canvas.page;
  canvas.image(sheet, 0, 0, { width, height });
  shadeEdge(random, canvas);
  speckle(random, canvas);
  const tilt = random.between(-13, 13) / 10;
  canvas.rotate(tilt, { origin: [width / 2, height / 2] });
}

/** The lid was not quite shut: one edge of the page is darker. */
function shadeEdge(random: Random, canvas: Canvas): void {
  const { width, height } = canvas.page;
  const left = random.chance(0.5);
  const [from, to] = left ? [0, 14] : [width, width - 14];
  const shade = canvas.linearGradient(from, 0, to, 0);
  shade.stop(0, "#9a9a9a").stop(1, "#d8d8d8");
  canvas.rect(left ? 0 : width - 14, 0, 14, height).fill(shade);
}

function speckle(random: Random, canvas: Canvas): void {
  const { width, height } = canvas.page;
  for (let count = random.between(25, 70); count > 0; count -= 1) {
    const size = random.next() * 0.8 + 0.2;
    canvas.circle(random.next() * width, random.next() * height, size);
  }
  canvas.fill("#3a3a3a");
  for (const y of [height * 0.3, height * 0.7]) {
    canvas.circle(20, y, 7).fill("#9a9a94");
  }
}

/** Papers of three shades with their grain; opaque, because transparency is slow to turn into a picture. */
const papers = [212, 220, 228].map((shade) => makePaper(shade, { width: 248, height: 351 }));

function makePaper(shade: number, { width, height }: { width: number; height: number }): Buffer {
  const random = createRandom(`paper ${shade}`);
  const rows = Array.from({ length: height }, () => [
    0,
    ...Array.from({ length: width }, () => random.between(shade - 6, shade + 18)),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(rows.flat()))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
