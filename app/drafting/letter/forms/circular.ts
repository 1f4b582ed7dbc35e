import { words } from "../../../base/index.ts";
import type { LetterForm } from "../form.ts";

export const circular: LetterForm = {
  title: words("CIRCULAR"),
  numberLabel: words("No. {number}"),
  blocks: [
    "letterhead",
    "title",
    "numberLine",
    "to",
    "subject",
    "references",
    "body",
    "closing",
    "enclosures",
    "endorsement",
  ],
};
