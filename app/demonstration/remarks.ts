import type { BilingualName, Language } from "../base/index.ts";
import { bothOf, named } from "./both.ts";
import type { Random } from "./random.ts";
import { readTable } from "./read-table.ts";

export const actionCodes = [
  "approval",
  "orders",
  "action",
  "information",
  "opinion",
  "signature",
  "discuss",
  "draft",
  "examine",
  "concurrence",
  "compliance",
  "return",
] as const;
/** What the receiver is asked to do. */
export type ActionAsked = (typeof actionCodes)[number];

export function listActions(): readonly (BilingualName & { readonly code: string })[] {
  return readTable("content/actions", ["code", "name_en", "name_hi"]).map((row) => ({
    code: row.code,
    ...named(bothOf(row)),
  }));
}

const remarks = readTable("content/remarks", ["action", "language", "text"]);

/** The line written beside a movement; every third says nothing. */
export function drawRemark(random: Random, action: ActionAsked, language: Language): string {
  const fitting = remarks.filter((row) => row.action === action && row.language === language);
  return action !== "return" && random.chance(0.33) ? "" : random.pick(fitting).text;
}
