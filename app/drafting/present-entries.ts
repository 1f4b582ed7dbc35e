import { addresseeText, copyText } from "./addressee-text.ts";
import type { DraftAddressee, DraftedLetter } from "./drafted-letter.ts";

/** A version as the fields of its form take it: posts by their ids, everybody else as text. */
export interface FormEntries {
  readonly form: string;
  readonly language: string;
  readonly subject: string;
  readonly place: string | undefined;
  readonly marking: string | undefined;
  readonly salutation: string | undefined;
  readonly toPostIds: readonly string[];
  readonly to: string;
  readonly copyPostIds: readonly string[];
  readonly copies: string;
  readonly references: string;
  readonly enclosures: string;
  readonly signatoryPostId: string | undefined;
  readonly inGovernorsName: boolean;
}

export function entriesOf(letter: DraftedLetter): FormEntries {
  const { body: _body, to, copies, references, enclosures, ...entries } = letter;
  return {
    ...entries,
    place: letter.place,
    marking: letter.marking,
    salutation: letter.salutation,
    signatoryPostId: letter.signatoryPostId,
    toPostIds: idsIn(to),
    to: addresseeText(to.filter(isOutside)),
    copyPostIds: idsIn(copies),
    copies: copyText(copies.filter(isOutside)),
    references: references.join("\n"),
    enclosures: enclosures.join("\n"),
  };
}

const isOutside = ({ postId }: DraftAddressee): boolean => postId === undefined;

function idsIn(addressees: readonly DraftAddressee[]): string[] {
  return addressees.flatMap(({ postId }) => (postId === undefined ? [] : [postId]));
}
