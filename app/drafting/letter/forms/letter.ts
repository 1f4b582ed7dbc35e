import { words } from "../../../base/index.ts";
import type { LetterForm } from "../form.ts";

export const officialLetter: LetterForm = {
  numberLabel: words("No. {number}"),
  greeting: "formal",
  closing: words("Yours faithfully,"),
  blocks: [
    "letterhead",
    "numberLine",
    "to",
    "subject",
    "references",
    "salutation",
    "body",
    "closing",
    "enclosures",
    "endorsement",
  ],
};
