import { bodySize, paragraph, type Canvas, type Strip } from "../../documents/pdf/index.ts";
import type { LetterForm } from "./form.ts";
import type { Letter } from "./letter.ts";

/** What every block needs to draw its part. */
export interface LetterPage {
  readonly canvas: Canvas;
  readonly letter: Letter;
  readonly form: LetterForm;
  readonly width: number;
}

// A4, with a wider left margin where the file is punched.
export const margins = { left: 72, right: 56, top: 44, bottom: 58 } as const;
export const pageSize = { width: 595.28, height: 841.89 } as const;
export const blank = "……………………";

/** Lines of plain text, one paragraph each, empty ones left out. */
export function lines(
  page: LetterPage,
  texts: readonly (string | undefined)[],
  style: {
    readonly width?: number;
    readonly bold?: boolean;
    readonly align?: "left" | "center";
  } = {},
): Strip[] {
  return texts
    .filter((text) => text !== undefined && text !== "")
    .flatMap((text) =>
      paragraph(page.canvas, [{ text: text ?? "", bold: style.bold ?? false }], {
        width: style.width ?? page.width,
        align: style.align ?? "left",
        size: bodySize,
      }),
    );
}
