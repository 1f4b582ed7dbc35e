import type { LetterPage } from "./letter-page.ts";
import type { Strip } from "../../documents/pdf/index.ts";

export const blockNames = [
  "letterhead",
  "sender",
  "numberLine",
  "title",
  "to",
  "subject",
  "references",
  "salutation",
  "body",
  "closing",
  "enclosures",
  "endorsement",
] as const;
export type BlockName = (typeof blockNames)[number];

export type Block = (page: LetterPage) => Strip[];

/** The layout of one form of communication: which blocks, in what order, with which words. */
export interface LetterForm {
  /** Stands in the middle, underlined. */
  readonly title?: string;
  /** The label of the number, with the gap {number}. */
  readonly numberLabel: string;
  /** `by_name` greets the addressee by name, as only demi-official letters do. */
  readonly greeting?: "formal" | "by_name";
  /** The words above the signature. */
  readonly closing?: string;
  readonly blocks: readonly BlockName[];
}
