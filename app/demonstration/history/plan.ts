import type { Language } from "../../base/index.ts";
import type { Both } from "../both.ts";
import type { Paper } from "../letters/paper.ts";
import type { Matter } from "../matters.ts";
import type { NoteDocument } from "../notes.ts";
import type { Priority, Step } from "./steps.ts";

/** A letter with what the diarist enters about it. */
export interface PlannedReceipt extends Paper {
  readonly subject: string;
  readonly category: string;
  /** The section whose subject it is. */
  readonly section: string;
  readonly form: string;
  readonly nature: "electronic" | "physical";
  readonly deliveryMode: "email" | "ordinary_post" | "registered_post" | "speed_post" | "by_hand";
  readonly priority: Priority;
  readonly classification: "normal" | "confidential";
  readonly enclosuresStated: number;
  readonly enclosuresFound: number;
  readonly acknowledge: boolean;
  readonly dueOn: string | null;
}

export interface PlannedFile {
  readonly key: string;
  readonly section: string;
  readonly language: Language;
  readonly subject: string;
  readonly category: string;
  /** The `10-4` of `एफ 10-4/2026/1/5`. */
  readonly head: string;
  readonly priority: Priority;
  readonly classification: "normal" | "confidential";
  readonly matter: Matter;
}

export interface PlannedDraft {
  readonly key: string;
  readonly file: string;
  /** The receipt it answers. */
  readonly replyTo: string | null;
  readonly form: "letter" | "do_letter" | "office_memorandum" | "order" | "circular" | "uo_note";
  readonly nature: "fresh" | "reply" | "reminder";
  readonly language: Language;
  readonly subject: string;
  readonly body: NoteDocument;
  readonly references: readonly string[];
  readonly addressee: PlannedAddressee;
  readonly copies: readonly Both[];
  readonly signatory: string;
}

export interface PlannedAddressee {
  readonly name: Both;
  readonly designation: Both;
  readonly office: Both;
  readonly address: Both;
  /** The post, where the addressee sits inside the secretariat. */
  readonly post: string | null;
}

/** A year of work: what there is, and in order of time what was done with it. */
export interface HistoryPlan {
  readonly receipts: ReadonlyMap<string, PlannedReceipt>;
  readonly files: ReadonlyMap<string, PlannedFile>;
  readonly drafts: ReadonlyMap<string, PlannedDraft>;
  readonly steps: readonly Step[];
  /** The file with eighty notes and four hundred pages. */
  readonly largeFile: string;
}
