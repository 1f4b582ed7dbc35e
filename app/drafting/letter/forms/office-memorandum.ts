import { words } from "../../../base/index.ts";
import type { LetterForm } from "../form.ts";

/** Written in the third person, so it has neither salutation nor closing words. */
export const officeMemorandum: LetterForm = {
  title: words("OFFICE MEMORANDUM"),
  numberLabel: words("No. {number}"),
  blocks: [
    "letterhead",
    "numberLine",
    "title",
    "subject",
    "references",
    "body",
    "closing",
    "to",
    "enclosures",
    "endorsement",
  ],
};
