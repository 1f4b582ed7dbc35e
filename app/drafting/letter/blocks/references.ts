import { t } from "../../../base/index.ts";
import { gap } from "../../../documents/pdf/index.ts";
import type { Block } from "../form.ts";
import { labelled } from "../labelled.ts";

/** The papers this one answers or goes back to. */
export const references: Block = (page) => {
  const { references: texts } = page.letter;
  return texts.length === 0 ? [gap(4)] : [...labelled(page, t("Reference :-"), { texts }), gap(6)];
};
