import PDFDocument from "pdfkit";
import type { Language } from "../../base/index.ts";
import { fonts, fontSources } from "./fonts.ts";
import { shareFont } from "./share-font.ts";

/** A document being drawn. The same calls with the same values give the same bytes. */
export type Canvas = InstanceType<typeof PDFDocument>;

export interface CanvasOptions {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  /** Stands as the day of creation, so that drawing again gives the same bytes. */
  readonly at: Date;
}

/** Opens an A4 document with no page yet, with the fonts for Hindi and English. */
export function openCanvas({ title, author, language, at }: CanvasOptions): Canvas {
  const canvas = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    lang: language === "hi" ? "hi-IN" : "en-IN",
    displayTitle: true,
    info: { Title: title, Author: author, CreationDate: at, ModDate: at },
  });
  shareFont(canvas, fonts.regular, fontSources.regular);
  shareFont(canvas, fonts.bold, fontSources.bold);
  return canvas.font(fonts.regular);
}

/** Ends the document and gives its bytes. */
export function closeCanvas(canvas: Canvas): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    canvas.on("data", (chunk: Buffer) => chunks.push(chunk));
    canvas.on("end", () => resolve(Buffer.concat(chunks)));
    canvas.on("error", reject);
    canvas.end();
  });
}
