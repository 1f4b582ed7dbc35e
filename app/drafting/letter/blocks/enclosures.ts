import { t } from "../../../base/index.ts";
import { gap } from "../../../documents/pdf/index.ts";
import type { Block } from "../form.ts";
import { labelled } from "../labelled.ts";

export const enclosures: Block = (page) => {
  const { enclosures: texts } = page.letter;
  return texts.length === 0 ? [] : [...labelled(page, t("Encl. :-"), { texts }), gap(8)];
};
