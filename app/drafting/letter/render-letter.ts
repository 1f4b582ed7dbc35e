import { inLanguage, nameOf, t } from "../../base/index.ts";
import {
  closeCanvas,
  drawFooters,
  openCanvas,
  placeStrips,
  watermark,
} from "../../documents/pdf/index.ts";
import type { Canvas } from "../../documents/pdf/index.ts";
import { blocks } from "./blocks/index.ts";
import { forms } from "./forms/index.ts";
import type { Letter } from "./letter.ts";
import { margins, pageSize, type LetterPage } from "./letter-page.ts";

/** Draws the letter as a PDF. The same letter gives the same bytes. */
export async function renderLetter(letter: Letter): Promise<Buffer> {
  return inLanguage(letter.language, () => draw(letter));
}

function draw(letter: Letter): Promise<Buffer> {
  const canvas = openCanvas({
    title: letter.subject,
    author: nameOf(letter.signatory),
    language: letter.language,
    at: letter.signature?.at ?? new Date(letter.date ?? 0),
  });
  const width = pageSize.width - margins.left - margins.right;
  const page: LetterPage = { canvas, letter, form: forms[letter.form], width };
  const bottom = pageSize.height - margins.bottom;
  placeStrips(
    canvas,
    page.form.blocks.flatMap((name) => blocks[name](page)),
    {
      left: margins.left,
      top: margins.top,
      bottom,
      onPage: letter.draft ? markDraft : () => undefined,
    },
  );
  drawFoot(page);
  return closeCanvas(canvas);
}

function markDraft(canvas: Canvas): void {
  watermark(canvas, t("DRAFT"));
}

function drawFoot({ canvas, letter }: LetterPage): void {
  drawFooters(canvas, {
    left: margins.left,
    right: pageSize.width - margins.right,
    y: pageSize.height - margins.bottom + 20,
    textLeft: () => letter.number ?? "",
    textRight: (number, pages) => t("Page {number} of {pages}", { number, pages }),
  });
}
