import { formatDate, t } from "../../../base/index.ts";
import { beside, gap, indent, keepWithNext, paragraph } from "../../../documents/pdf/index.ts";
import type { Strip } from "../../../documents/pdf/index.ts";
import type { Block } from "../form.ts";
import { blank, type LetterPage } from "../letter-page.ts";

/** The number on the left, place and date on the right. */
export const numberLine: Block = (page) => [
  ...numberAndDate(page, t(page.form.numberLabel, { number: page.letter.number ?? blank })),
  gap(8),
];

export function numberAndDate(page: LetterPage, number: string): Strip[] {
  const half = page.width / 2;
  const left = paragraph(page.canvas, number, { width: half });
  const right = paragraph(page.canvas, placeAndDate(page), { width: half, align: "right" });
  return keepWithNext(beside([left, indent(right, half)]));
}

function placeAndDate({ letter }: LetterPage): string {
  const date = letter.date ? formatDate(letter.date) : blank;
  return letter.place
    ? t("{place}, dated {date}", { place: letter.place, date })
    : t("Dated {date}", { date });
}
