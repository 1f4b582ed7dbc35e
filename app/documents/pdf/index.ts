export { closeCanvas, openCanvas, type Canvas, type CanvasOptions } from "./canvas.ts";
export { widthOf, type Run } from "./break-lines.ts";
export { drawFooters, watermark, type Footer } from "./page-marks.ts";
export { bodySize, paragraph, type ParagraphStyle } from "./paragraph.ts";
export { placeStrips, type Frame } from "./place-strips.ts";
export { qrCode } from "./qr-code.ts";
export { richText, type RichNode } from "./rich-text.ts";
export { beside, gap, heightOf, indent, keepWithNext, together, type Strip } from "./strip.ts";
export { table, type Cell, type Row } from "./table.ts";
export {
  imageFailures,
  imageKind,
  inspectImage,
  type ImageFacts,
  type ImageFailure,
} from "./read-image.ts";
export { inspectPdf, pdfFailures, pdfText, type PdfFacts, type PdfFailure } from "./read-pdf.ts";
export { readQrCodes } from "./read-qr-codes.ts";
export { fonts } from "./fonts.ts";
export { runPoppler } from "./run-poppler.ts";
