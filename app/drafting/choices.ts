import { words } from "../base/index.ts";
import { letterForms, type LetterFormName } from "./letter/index.ts";

/** Forms of communication, as one chooses them. */
export const formWords: Readonly<Record<LetterFormName, string>> = {
  letter: words("Letter"),
  do_letter: words("Demi-official letter"),
  office_memorandum: words("Office memorandum"),
  order: words("Order"),
  circular: words("Circular"),
  uo_note: words("Inter-departmental note"),
};
export const formNames = letterForms;

/** What the letter is in its correspondence. */
export const natures = {
  fresh: words("Fresh"),
  reply: words("Reply"),
  reminder: words("Reminder"),
  interim: words("Interim reply"),
  final: words("Final reply"),
  corrigendum: words("Corrigendum"),
} as const;
export type Nature = keyof typeof natures;
export const natureNames = Object.keys(natures) as [Nature, ...Nature[]];

export const draftStates = {
  draft: words("Under preparation"),
  approved: words("Approved"),
  "awaiting-scan": words("Printed, waits for the signed scan"),
  issued: words("Issued"),
  dropped: words("Dropped"),
} as const;
export type DraftState = keyof typeof draftStates;

export const languageWords = { hi: words("Hindi"), en: words("English") } as const;
