/** A copy for one reader: pictures of the pages, with who looked, when and from where on each of them. */
import { formatDateTime, now, type Language } from "../base/index.ts";
import { closeCanvas, fonts, openCanvas, type Canvas } from "./pdf/index.ts";
import { asWritten } from "./pdf/draw-line.ts";

export interface Stamp {
  readonly reader: string;
  readonly post: string;
  readonly address: string;
  readonly language: Language;
}

const largestSide = 842;

export async function stampCopy(
  pictures: readonly Buffer[],
  stamp: Stamp & { readonly title: string },
): Promise<Buffer> {
  const at = now();
  const canvas = openCanvas({ title: stamp.title, author: "", language: stamp.language, at });
  const words = [stamp.reader, stamp.post, formatDateTime(at), stamp.address]
    .filter((one) => one !== "")
    .join("  ·  ");
  for (const picture of pictures) {
    drawPage(canvas, picture, words);
  }
  return closeCanvas(canvas);
}

function drawPage(canvas: Canvas, picture: Buffer, words: string): void {
  const image = sizeOf(canvas, picture);
  const scale = largestSide / Math.max(image.width, image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  canvas.addPage({ size: [width, height], margin: 0 });
  canvas.image(picture, 0, 0, { width, height });
  for (let y = height / 8; y < height; y += height / 4) {
    slantedWords(canvas, words, y);
  }
  footWords(canvas, words);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** pdfkit opens a picture to learn its size, which its types do not say. */
function sizeOf(canvas: Canvas, picture: Buffer): Size {
  return (canvas as unknown as { openImage(bytes: Buffer): Size }).openImage(picture);
}

/** Across the text itself, so that it cannot be cut off with the margin; pale, so that the text stays legible. */
function slantedWords(canvas: Canvas, words: string, y: number): void {
  const { width } = canvas.page;
  const size = fitting(canvas, words, { width: width * 0.92, size: 15 });
  canvas.save().rotate(-18, { origin: [width / 2, y] });
  write(canvas, words, { x: width * 0.04, y, size, opacity: 0.16 });
  canvas.restore();
}

function footWords(canvas: Canvas, words: string): void {
  const { height, width } = canvas.page;
  const size = fitting(canvas, words, { width: width - 24, size: 9 });
  write(canvas, words, { x: 12, y: height - size * 2, size, opacity: 0.85 });
}

function fitting(
  canvas: Canvas,
  words: string,
  { size, width }: { readonly size: number; readonly width: number },
): number {
  canvas.font(fonts.bold).fontSize(size);
  return Math.min(size, (size * width) / canvas.widthOfString(words));
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly opacity: number;
}

function write(canvas: Canvas, words: string, { opacity, size, x, y }: Place): void {
  canvas.font(fonts.bold).fontSize(size).fillColor("#b3261e").fillOpacity(opacity);
  asWritten(canvas, { actual: words, size }, () => canvas.text(words, x, y, { lineBreak: false }));
  canvas.fillOpacity(1);
}
