import { words } from "../../../base/index.ts";
import type { LetterForm } from "../form.ts";

/** One officer to another by name; who it is for stands at the foot. */
export const demiOfficialLetter: LetterForm = {
  numberLabel: words("D.O. No. {number}"),
  greeting: "by_name",
  closing: words("Yours sincerely,"),
  blocks: [
    "letterhead",
    "sender",
    "numberLine",
    "subject",
    "references",
    "salutation",
    "body",
    "closing",
    "to",
    "enclosures",
    "endorsement",
  ],
};
