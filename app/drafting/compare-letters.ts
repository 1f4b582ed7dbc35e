import { nameOf, t } from "../base/index.ts";
import { findPost } from "../organisation/index.ts";
import {
  compareDocuments,
  compareWords,
  type DifferencePart,
  type LineDifference,
} from "../writing/index.ts";
import { addresseeText, copyText } from "./addressee-text.ts";
import { formWords, languageWords } from "./choices.ts";
import type { DraftedLetter } from "./drafted-letter.ts";

/** How one field reads differently. */
export interface FieldDifference {
  readonly field: string;
  readonly parts: readonly DifferencePart[];
}

export interface LetterDifference {
  readonly fields: readonly FieldDifference[];
  readonly body: readonly LineDifference[];
}

/** What a reader would see changed between two versions, field by field and word by word. */
export async function compareLetters(
  before: DraftedLetter,
  after: DraftedLetter,
): Promise<LetterDifference> {
  const [old, fresh] = [await textsOf(before), await textsOf(after)];
  const changed = Object.keys(fresh).filter((field) => old[field] !== fresh[field]);
  return {
    fields: changed.map((field) => ({
      field,
      parts: compareWords(old[field] ?? "", fresh[field] ?? ""),
    })),
    body: compareDocuments(before.body, after.body),
  };
}

/** Each field as text, in the order of the letter. */
async function textsOf(letter: DraftedLetter): Promise<Record<string, string>> {
  return {
    form: t(formWords[letter.form]),
    language: t(languageWords[letter.language]),
    marking: letter.marking ?? "",
    place: letter.place ?? "",
    to: addresseeText(letter.to),
    subject: letter.subject,
    references: letter.references.join("\n"),
    salutation: letter.salutation ?? "",
    enclosures: letter.enclosures.join("\n"),
    copies: copyText(letter.copies),
    signatoryPostId: letter.signatoryPostId ? nameOf(await findPost(letter.signatoryPostId)) : "",
    inGovernorsName: letter.inGovernorsName ? t("Yes") : t("No"),
  };
}
