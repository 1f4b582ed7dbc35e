import type { BilingualName } from "../base/index.ts";
import { bothOf, named, type Both } from "./both.ts";
import { readTable } from "./read-table.ts";

/** What the offices of the demonstration write about one kind of work. */
export interface Category extends BilingualName {
  readonly code: string;
  /** The head its files are numbered under: the `10-4` of `एफ 10-4/2026/1/5`. */
  readonly head: string;
  /** The middle of a letter. */
  readonly facts: Both;
  /** What the letter asks for. */
  readonly request: Both;
  /** What the dealing hand notes. */
  readonly note: Both;
}

export function listCategories(): readonly Category[] {
  const columns = ["category", "name_en", "name_hi", "head"] as const;
  const texts = ["facts_en", "facts_hi", "request_en", "request_hi", "note_en", "note_hi"] as const;
  return readTable("content/categories", [...columns, ...texts]).map((row) => ({
    code: row.category,
    ...named(bothOf(row)),
    head: row.head,
    facts: { en: row.facts_en, hi: row.facts_hi },
    request: { en: row.request_en, hi: row.request_hi },
    note: { en: row.note_en, hi: row.note_hi },
  }));
}

const byCode = new Map(listCategories().map((category) => [category.code, category]));

export function categoryOf(code: string): Category {
  const category = byCode.get(code);
  if (!category) {
    throw new Error(`unknown category: ${code}`);
  }
  return category;
}
