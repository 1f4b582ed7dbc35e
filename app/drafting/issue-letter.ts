/**
 * INVARIANTS
 * 1. Letter, state of the draft, paper of the file, dispatches and event are written in one transaction.
 *    What dies before its end leaves bytes that nobody refers to, and nothing else.
 * 2. A draft becomes one letter: `letters.draft_id` is unique, and the draft was locked.
 */
import { v7 as newId } from "uuid";
import { change, insertMarked, record, type Actor } from "../base/index.ts";
import type { StoredDocument } from "../documents/index.ts";
import { addPaper } from "../files/index.ts";
import type { Item } from "../movement/index.ts";
import type { Draft } from "./draft.ts";
import type { DraftedLetter } from "./drafted-letter.ts";
import { announceIssue } from "./on-issue.ts";
import { forgetWorkingCopies } from "./working-copy.ts";

export interface LetterToIssue {
  readonly draft: Draft;
  readonly item: Item;
  readonly letter: DraftedLetter;
  readonly document: StoredDocument;
  readonly number: { readonly number: string; readonly serial: number; readonly year: number };
  readonly issuedOn: string;
  readonly signedAt: Date;
  readonly signing: "certificate" | "wet";
  readonly certificateId: string | null;
  readonly signatoryPostId: string;
  readonly signatoryId: string;
}

export interface Issued {
  readonly letterId: string;
  readonly number: string;
}

/** Writes the letter of a locked draft on its locked item. */
export async function issueLetter(actor: Actor, issue: LetterToIssue): Promise<Issued> {
  const { draft, item, letter, document, number } = issue;
  const id = newId();
  await insertMarked("letters", { id, ...rowOf(issue) });
  await change("drafts", { id: draft.id }, { state: "issued" });
  await forgetWorkingCopies(draft.id);
  const paper =
    item.kind === "file"
      ? await addPaper(actor, {
          fileId: item.id,
          direction: "out",
          title: letter.subject,
          letterId: id,
          documents: [document],
        })
      : undefined;
  await announceIssue({ actor, letterId: id, unitId: draft.unitId, letter });
  await record(actor, "letter.issued", {
    subject: { type: "letter", id, itemId: item.id },
    detail: {
      number: number.number,
      draftId: draft.id,
      version: draft.version,
      signing: issue.signing,
      sha256: document.sha256,
      serial: paper?.serial ?? null,
    },
  });
  return { letterId: id, number: number.number };
}

function rowOf({ draft, letter, document, number, ...issue }: LetterToIssue) {
  return {
    draftId: draft.id,
    itemId: draft.itemId,
    unitId: draft.unitId,
    year: number.year,
    serial: number.serial,
    number: number.number,
    form: letter.form,
    language: letter.language,
    subject: letter.subject,
    issuedOn: issue.issuedOn,
    documentId: document.id,
    documentSha256: document.sha256,
    signing: issue.signing,
    certificateId: issue.certificateId,
    signatoryPostId: issue.signatoryPostId,
    signatoryId: issue.signatoryId,
    signedAt: issue.signedAt,
  };
}
