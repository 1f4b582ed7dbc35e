import { words } from "../../../base/index.ts";
import type { LetterForm } from "../form.ts";

/** From department to department inside the secretariat; the number stands at the foot. */
export const unofficialNote: LetterForm = {
  title: words("UNOFFICIAL NOTE"),
  numberLabel: words("U.O. No. {number}"),
  blocks: [
    "letterhead",
    "title",
    "subject",
    "references",
    "body",
    "closing",
    "to",
    "numberLine",
    "enclosures",
    "endorsement",
  ],
};
