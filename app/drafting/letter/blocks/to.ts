import { t } from "../../../base/index.ts";
import { gap, indent, together, type Strip } from "../../../documents/pdf/index.ts";
import type { Block } from "../form.ts";
import type { Addressee } from "../letter.ts";
import { lines, type LetterPage } from "../letter-page.ts";

const inset = 34;

/** Whom it is for: प्रति, and the addressees below, numbered where they are many. */
export const to: Block = (page) => {
  const { to: addressees } = page.letter;
  if (addressees.length === 0) {
    return [];
  }
  const label = lines(page, [t("To,")]).map((strip) => ({ ...strip, keepWithNext: true }));
  const people = addressees.flatMap((addressee, index) => [
    ...(index === 0 ? [] : [gap(5)]),
    ...indent(block(page, addressee), inset),
  ]);
  return [...label, ...people, gap(8)];
};

function block(page: LetterPage, { name, designation, office, address }: Addressee): Strip[] {
  const texts = [name, designation, office, ...(address ?? [])];
  return together(lines(page, texts, { width: page.width - inset }));
}
