import { t } from "../../../base/index.ts";
import { gap, keepWithNext, paragraph } from "../../../documents/pdf/index.ts";
import type { Block } from "../form.ts";

/** What the paper is, in the middle. */
export const title: Block = (page) => {
  const run = { text: t(page.form.title ?? ""), bold: true, underline: true };
  const style = { width: page.width, size: 13, align: "center", spaceAfter: 8 } as const;
  return keepWithNext([gap(2), ...paragraph(page.canvas, [run], style)]);
};
