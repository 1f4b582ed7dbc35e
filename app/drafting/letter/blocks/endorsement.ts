import { t } from "../../../base/index.ts";
import { gap, keepWithNext, together, type Strip } from "../../../documents/pdf/index.ts";
import type { Block } from "../form.ts";
import { numbered } from "../labelled.ts";
import type { CopyTo } from "../letter.ts";
import { blank, lines, type LetterPage } from "../letter-page.ts";
import { signedAgain } from "./closing.ts";
import { numberAndDate } from "./number-line.ts";

// A short list is not worth breaking over two pages.
const shortList = 6;

/** पृष्ठांकन: its own number, the copies and the signature again. */
export const endorsement: Block = (page) => {
  const { copies, endorsementNumber } = page.letter;
  if (copies.length === 0) {
    return [];
  }
  const number = t("Endt. No. {number}", { number: endorsementNumber ?? blank });
  const list = numbered(page, copies.map(copyLine), page.width);
  const whole = [
    ...keepWithNext([...numberAndDate(page, number), gap(2), ...heading(page)]),
    ...keepLast(list),
    ...signedAgain(page),
  ];
  return copies.length <= shortList ? together(whole) : whole;
};

function heading(page: LetterPage): Strip[] {
  return lines(page, [t("Copy forwarded for information and necessary action to :-")]);
}

function copyLine({ name, designation, office, address, purpose }: CopyTo): string {
  const who = [name, designation, office, ...(address ?? [])].filter(Boolean).join(", ");
  return purpose ? t("{who} – {purpose}.", { who, purpose }) : t("{who}.", { who });
}

/** The second signature never stands alone on a page. */
function keepLast(strips: readonly Strip[]): Strip[] {
  return strips.map((strip, index) =>
    index >= strips.length - 2 ? { ...strip, keepWithNext: true } : strip,
  );
}
