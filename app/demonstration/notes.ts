import type { Language } from "../base/index.ts";
import { fill } from "./both.ts";
import { categoryOf } from "./categories.ts";
import type { Matter } from "./matters.ts";
import type { Random } from "./random.ts";
import { readTable } from "./read-table.ts";

/** A note as the editor stores it. */
export interface NoteDocument {
  readonly type: "doc";
  readonly content: readonly {
    readonly type: "paragraph";
    readonly content: readonly { readonly type: "text"; readonly text: string }[];
  }[];
}

export type NoteLevel = "hand" | "section" | "under" | "deputy" | "secretary" | "chief" | "finance";
export type NotePurpose =
  | "propose"
  | "answer"
  | "draft"
  | "comply"
  | "remind"
  | "agree"
  | "query"
  | "mark"
  | "decide"
  | "concur"
  | "examine";

export interface NoteOccasion {
  readonly level: NoteLevel;
  readonly purpose: NotePurpose;
  readonly language: Language;
  readonly matter: Matter;
}

const columns = ["level", "purpose", "language", "text"] as const;
const sentences = readTable("content/sentences", columns);

/** The note somebody of this level would write here: a proposal at length, all others in a line. */
export function writeNote(random: Random, occasion: NoteOccasion): NoteDocument {
  return documentOf(
    occasion.purpose === "propose" ? proposal(random, occasion) : [line(random, occasion)],
  );
}

export function documentOf(paragraphs: readonly string[]): NoteDocument {
  return {
    type: "doc",
    content: paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
  };
}

function proposal(random: Random, occasion: NoteOccasion): string[] {
  const { language, matter } = occasion;
  const facts = fill(categoryOf(matter.category).note[language], matter.gaps[language]);
  const rules = random.chance(0.6) ? [sentence(random, occasion, "rule")] : [];
  const opening = sentence(random, occasion, "present");
  return [opening, facts, ...rules, sentence(random, occasion, "propose")];
}

function line(random: Random, occasion: NoteOccasion): string {
  return sentence(random, occasion, occasion.purpose);
}

function sentence(
  random: Random,
  { level, language, matter }: NoteOccasion,
  purpose: string,
): string {
  const fitting = sentences.filter(
    (row) => row.level === level && row.purpose === purpose && row.language === language,
  );
  return fill(random.pick(fitting).text, matter.gaps[language]);
}
