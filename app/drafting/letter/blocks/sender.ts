import { gap, keepWithNext } from "../../../documents/pdf/index.ts";
import { nameOf } from "../../../base/index.ts";
import type { Block } from "../form.ts";
import { lines } from "../letter-page.ts";

/** The writer of a demi-official letter stands at its head, with how to reach him. */
export const sender: Block = (page) => {
  const { signatory: by } = page.letter;
  return keepWithNext([
    ...lines(page, [nameOf(by)], { bold: true }),
    ...lines(page, [
      nameOf({ nameHi: by.designationHi, nameEn: by.designationEn }),
      by.phone,
      by.email,
    ]),
    gap(6),
  ]);
};
