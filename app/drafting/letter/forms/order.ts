import { words } from "../../../base/index.ts";
import type { LetterForm } from "../form.ts";

export const order: LetterForm = {
  title: words("ORDER"),
  numberLabel: words("No. {number}"),
  blocks: [
    "letterhead",
    "title",
    "numberLine",
    "subject",
    "references",
    "body",
    "closing",
    "to",
    "enclosures",
    "endorsement",
  ],
};
