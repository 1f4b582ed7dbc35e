/**
 * INVARIANTS
 * 1. A yellow note becomes green in the transaction that sends the file: a note stands if and only if the
 *    file went on with it.
 * 2. Paragraph numbers run across the file without gap; they are taken from the file's row under its lock.
 * 3. A green note is marked, sealed and never changed.
 * 4. Nobody signs what another wrote: after the post changed hands, its new holder takes the words over first.
 */
import { v7 as newId } from "uuid";
import {
  conflict,
  insertMany,
  insertMarked,
  nameOf,
  now,
  record,
  row,
  type Actor,
} from "../base/index.ts";
import { beforeClosing, beforeLeaving, type Departure, type Item } from "../movement/index.ts";
import {
  checkDocument,
  documentFromText,
  isEmpty,
  type CheckedDocument,
} from "../writing/index.ts";
import { takeDraft, type NoteDraft } from "./draft.ts";
import { checkReferences } from "./references.ts";

beforeLeaving("file", signDraft);
beforeClosing("file", signDraft);

/** What the holder has written stands from now on. */
async function signDraft({ actor, item }: Departure): Promise<void> {
  const draft = await takeDraft(actor, item.id);
  const written = draft && checkDocument(draft.body);
  if (written && !isEmpty(written.document)) {
    refuseUnlessOwn(draft, item);
    await writeGreen(actor, item, { written, agrees: false });
  }
}

function refuseUnlessOwn({ author, isOwn }: NoteDraft, item: Item): void {
  if (!isOwn) {
    throw conflict(
      "The draft note on {number} was written by {name}. Open the file and take it over, or throw it away.",
      { number: item.number, name: nameOf(author) },
    );
  }
}

interface Author {
  readonly authorNameEn: string;
  readonly authorNameHi: string;
  readonly postNameEn: string;
  readonly postNameHi: string;
}

export interface GreenNote {
  readonly written: CheckedDocument;
  readonly agrees: boolean;
}

/** Writes a green note on a locked file. */
export async function writeGreen(actor: Actor, item: Item, green: GreenNote): Promise<string> {
  const { agrees, written } = green;
  const references = await checkReferences(actor, item.id, written.references);
  const place = await takeParagraphs(item.id, written.document.content.length);
  const author = await authorOf(actor);
  const note = {
    id: newId(),
    fileId: item.id,
    ...place,
    agrees,
    body: written.document,
    bodyText: written.plainText,
    postId: actor.postId,
    employeeId: actor.employeeId,
    onBehalfOfId: actor.onBehalfOfId,
    ...author,
    signedAt: now(),
  };
  await insertMarked("notes", note);
  await insertMany(
    "note_references",
    references.map((reference, index) => ({ noteId: note.id, position: index + 1, ...reference })),
  );
  await record(actor, "note.signed", {
    subject: { type: "note", id: note.id, itemId: item.id },
    detail: { number: item.number, ...place, agrees },
  });
  return note.id;
}

/** The sentence of a note that only agrees; stored as words, as an officer would write them. */
export function agreement(language: "hi" | "en"): CheckedDocument {
  return checkDocument(documentFromText(language === "hi" ? "सहमत।" : "I agree."));
}

async function takeParagraphs(fileId: string, paragraphs: number) {
  const place = await row<{ sequence: number; paragraphTo: number }>(
    `update files set last_paragraph = last_paragraph + $paragraphs where item_id = $fileId
     returning last_paragraph as "paragraphTo",
       (select coalesce(max(sequence), 0) + 1 from notes where file_id = $fileId) as sequence`,
    { fileId, paragraphs },
  );
  if (!place) {
    throw new Error(`There is no file ${fileId}`);
  }
  const { paragraphTo, sequence } = place;
  return { sequence, paragraphFrom: paragraphTo - paragraphs + 1, paragraphTo };
}

/** Names as they are today: a later transfer or change of name does not touch the note. */
async function authorOf(actor: Actor) {
  const author = await row<Author>(
    `select e.name_en as "authorNameEn", e.name_hi as "authorNameHi", p.name_en as "postNameEn",
       p.name_hi as "postNameHi"
     from employees e, posts p where e.id = $employee and p.id = $post`,
    { employee: actor.employeeId, post: actor.postId },
  );
  if (!author) {
    throw new Error(`There is no author ${actor.employeeId ?? ""}`);
  }
  return author;
}
