import type { Language } from "../base/index.ts";
import type { WrittenDocument } from "../writing/index.ts";
import type { LetterFormName } from "./letter/index.ts";

/** Whom a letter is for: a post inside the secretariat, or lines of an address outside. */
export interface DraftAddressee {
  /** Set where the letter is delivered here, as a receipt on this post's desk. */
  readonly postId?: string | undefined;
  readonly name?: string | undefined;
  readonly designation?: string | undefined;
  readonly office?: string | undefined;
  readonly address: readonly string[];
  readonly email?: string | undefined;
  /** Why this one gets a copy. */
  readonly purpose?: string | undefined;
}

/** Everything that is written in one version of a draft. */
export interface DraftedLetter {
  readonly form: LetterFormName;
  readonly language: Language;
  readonly subject: string;
  readonly place?: string | undefined;
  readonly marking?: string | undefined;
  readonly salutation?: string | undefined;
  readonly to: readonly DraftAddressee[];
  readonly copies: readonly DraftAddressee[];
  readonly references: readonly string[];
  readonly enclosures: readonly string[];
  readonly body: WrittenDocument;
  readonly signatoryPostId?: string | undefined;
  readonly inGovernorsName: boolean;
}

/** The lines of an addressee as they stand on paper. */
export function linesOf(addressee: DraftAddressee): string[] {
  const { name, designation, office, address } = addressee;
  return [name, designation, office, ...address].filter(
    (line): line is string => line !== undefined && line !== "",
  );
}
