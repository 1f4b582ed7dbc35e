import { bodySize, gap, richText } from "../../../documents/pdf/index.ts";
import type { Block } from "../form.ts";

/** What the letter says. Its last two lines stay with the signature: nobody signs an empty page. */
export const body: Block = (page) => {
  const strips = richText(page.canvas, page.letter.body, {
    width: page.width,
    size: bodySize,
    align: "justify",
    firstIndent: 36,
  });
  const last = strips.length - 4;
  return [
    ...strips.map((strip, index) => (index >= last ? { ...strip, keepWithNext: true } : strip)),
    { ...gap(8), keepWithNext: true },
  ];
};
