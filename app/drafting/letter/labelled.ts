import { beside, indent, paragraph, widthOf, type Strip } from "../../documents/pdf/index.ts";
import { bodySize } from "../../documents/pdf/index.ts";
import type { LetterPage } from "./letter-page.ts";

interface Labelled {
  readonly texts: readonly string[];
  readonly bold?: boolean;
}

/** A label in the margin and its text hanging beside it; several texts are numbered. */
export function labelled(
  page: LetterPage,
  label: string,
  { texts, bold = false }: Labelled,
): Strip[] {
  const width = Math.max(56, widthOf(page.canvas, { text: label, bold: true }, bodySize) + 10);
  const rest = page.width - width;
  const [only, ...more] = texts;
  const content =
    more.length === 0
      ? paragraph(page.canvas, [{ text: only ?? "", bold }], { width: rest })
      : numbered(page, texts, rest);
  const margin = paragraph(page.canvas, [{ text: label, bold: true }], { width });
  return beside([margin, indent(content, width)]);
}

/** A plain numbered list. */
export function numbered(page: LetterPage, texts: readonly string[], width: number): Strip[] {
  return texts.flatMap((text, index) => {
    const mark = paragraph(page.canvas, `${index + 1}.`, { width: 20 });
    const content = paragraph(page.canvas, text, { width: width - 22 });
    return beside([mark, indent(content, 22)]);
  });
}
