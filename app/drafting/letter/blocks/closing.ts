import { nameOf, t } from "../../../base/index.ts";
import {
  bodySize,
  gap,
  indent,
  together,
  widthOf,
  type Strip,
} from "../../../documents/pdf/index.ts";
import type { Block } from "../form.ts";
import { lines, type LetterPage } from "../letter-page.ts";
import { signatureBox } from "../signature-box.ts";

const blockWidth = 230;

/** The closing words, room for the signature or the mark of a digital one, and who signs. */
export const closing: Block = (page) => {
  const { form, letter } = page;
  const room = letter.signature ? signatureBox(page, letter.signature, blockWidth) : [gap(40)];
  return [
    ...onTheRight(page, [
      ...formula(page),
      ...middle(page, [form.closing ? t(form.closing) : ""]),
      ...room,
      ...signedBy(page),
      ...middle(page, reachedAt(page)),
    ]),
    gap(10),
  ];
};

/** The signature once more, under the list of copies. */
export function signedAgain(page: LetterPage): Strip[] {
  const room = page.letter.signature ? 12 : 34;
  return onTheRight(page, [gap(room), ...signedBy(page)]);
}

function signedBy(page: LetterPage): Strip[] {
  const { signatory: by } = page.letter;
  return [
    ...middle(page, [`(${nameOf(by)})`], true),
    ...middle(page, [
      nameOf({ nameHi: by.designationHi, nameEn: by.designationEn }),
      // The government on one line and its department on the next.
      nameOf({ nameHi: by.departmentHi, nameEn: by.departmentEn }).replace(", ", ",\n"),
    ]),
  ];
}

/** A demi-official letter has these at its head. */
function reachedAt({ form, letter }: LetterPage): (string | undefined)[] {
  const { phone, email } = letter.signatory;
  return form.blocks.includes("sender") ? [] : [phone, email];
}

/** In English it is longer than the block is wide, and reaches out to the left of it. */
function formula(page: LetterPage): Strip[] {
  if (!page.letter.inGovernorsName) {
    return [];
  }
  const text = t("By order and in the name of the Governor of Chhattisgarh,");
  const width = Math.max(blockWidth, widthOf(page.canvas, { text }, bodySize) + 1);
  return indent(lines(page, [text], { width, align: "center" }), blockWidth - width);
}

function middle(page: LetterPage, texts: readonly (string | undefined)[], bold = false): Strip[] {
  return lines(page, texts, { width: blockWidth, align: "center", bold });
}

function onTheRight(page: LetterPage, strips: readonly Strip[]): Strip[] {
  return together(indent(strips, page.width - blockWidth));
}
