import type { Language } from "../../base/index.ts";
import type { Both } from "../both.ts";
import type { Matter } from "../matters.ts";
import type { Sender } from "../senders.ts";

/** All that a letter says and how it looks; what the diary will know of it is a part of this. */
export interface Paper {
  readonly key: string;
  readonly language: Language;
  readonly matter: Matter;
  readonly sender: Sender;
  /** The sender's own number; citizens have none. */
  readonly number: string | null;
  /** yyyy-mm-dd */
  readonly date: string;
  readonly receivedOn: string;
  /** The department written to. */
  readonly department: Both;
  readonly pages: number;
  /** Came on paper and was scanned: pictures of pages, without any text. */
  readonly scanned: boolean;
}

export type LetterStyle = "office" | "legislator" | "citizen" | "body" | "court";

export function styleOf({ sender }: Paper): LetterStyle {
  switch (sender.kind) {
    case "citizen":
    case "employee":
      return "citizen";
    case "mla":
    case "mp":
      return "legislator";
    case "company":
    case "association":
      return "body";
    case "court":
      return sender.organisation.en.startsWith("High Court") ? "court" : "office";
    default:
      return "office";
  }
}

/** 12.03.2026 */
export function written(day: string): string {
  return day.split("-").toReversed().join(".");
}
