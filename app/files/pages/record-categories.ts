import { words } from "../../base/index.ts";

/** How long a closed file is kept, in the words of the record rules. */
export const recordCategoryNames = {
  A: words("A: for ever, with a copy made"),
  B: words("B: for ever"),
  C: words("C: for a stated period, at most ten years"),
} as const;
