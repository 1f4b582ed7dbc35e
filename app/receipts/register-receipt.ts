/**
 * INVARIANTS
 * 1. Item, letter, documents, diary number and event are written in one transaction: a refused letter
 *    takes no number.
 * 2. The number is taken last before the item is made, so that other diarists wait as short as can be.
 */
import {
  insert,
  insertMany,
  invalid,
  now,
  record,
  Refusal,
  today,
  transaction,
  words,
  type Actor,
} from "../base/index.ts";
import {
  findDocuments,
  registerDocuments,
  titleOf,
  type StoredDocument,
} from "../documents/index.ts";
import { createItem, findItem, type Item } from "../movement/index.ts";
import { issueNumber } from "../numbering/index.ts";
import { findDuplicates, type Duplicate } from "./duplicates.ts";
import { EnteredLetter, type DiariseInput, type DiarisedLetter } from "./input.ts";
import { letterColumns } from "./letter-columns.ts";
import { checkLetter, mayStaySealed } from "./letter-rules.ts";
import { diarySeries } from "./series.ts";

export interface RegisteredReceipt {
  readonly item: Item;
  readonly number: string;
  readonly documents: readonly StoredDocument[];
}

/** What only another module may say of a receipt. */
export interface Origin {
  /** The letter of our own office that arrived here without paper. */
  readonly fromLetterId?: string;
}

/** Diarises a letter: it gets its number and lies on the diarist's desk, in *Created*. */
export function registerReceipt(
  actor: Actor,
  given: DiariseInput,
  origin: Origin = {},
): Promise<RegisteredReceipt> {
  const { files = [], ...entered } = given;
  const input = { ...EnteredLetter.parse(entered), files };
  return transaction(async () => {
    const documents = await takeDocuments(actor, input);
    const sealed = mayStaySealed(actor, input);
    const electronic = input.nature === "electronic";
    checkLetter(input, { sealed, documents: documents.length, electronic });
    if (input.replyToItemId !== undefined) {
      await findItem(actor, input.replyToItemId);
    }
    if (!input.despiteDuplicates && !sealed) {
      refuseDuplicates(await findDuplicates(actor, { ...input, documentIds: idsOf(documents) }));
    }
    return write(actor, { input, documents, sealed, origin });
  });
}

/** Documents uploaded before, then those that came with the form. */
async function takeDocuments(actor: Actor, input: DiarisedLetter): Promise<StoredDocument[]> {
  const known = await findDocuments(actor, input.documentIds);
  if (known.length < new Set(input.documentIds).size) {
    throw invalid("files", "A document is not here any more. Add it again.");
  }
  return [...known, ...(await registerDocuments(actor, input.files))];
}

function refuseDuplicates(duplicates: readonly Duplicate[]): void {
  if (duplicates.length === 0) {
    return;
  }
  const sentence = words("This letter seems to be diarised already: {numbers}.");
  const gaps = { numbers: duplicates.map(({ number }) => number).join(", ") };
  throw new Refusal(409, "duplicate", {
    words: sentence,
    gaps,
    fields: [{ field: "despiteDuplicates", words: sentence, gaps }],
  });
}

interface Accepted {
  readonly input: DiarisedLetter;
  readonly documents: readonly StoredDocument[];
  readonly sealed: boolean;
  readonly origin: Origin;
}

async function write(actor: Actor, accepted: Accepted): Promise<RegisteredReceipt> {
  const { documents, input, origin, sealed } = accepted;
  const { despiteDuplicates, nature, next: _next, ...letter } = input;
  const diary = await issueNumber({ purpose: diarySeries.purpose, unitId: actor.unitId });
  const item = await createItem(actor, {
    kind: "receipt",
    number: diary.number,
    subject: letter.subject ?? sealedSubject,
    unitId: actor.unitId,
    nature,
    classification: letter.classification,
    priority: letter.priority,
    dueOn: letter.dueOn ?? null,
  });
  await insert("receipts", {
    itemId: item.id,
    diaryUnitId: actor.unitId,
    diaryYear: diary.year,
    diarySerial: diary.serial,
    ...letterColumns(letter, { receivedOn: letter.receivedOn ?? today(now()), sealed }),
    fromLetterId: origin.fromLetterId ?? null,
  });
  await insertMany("receipt_documents", documentRows(item.id, documents));
  await record(actor, "receipt.diarised", {
    subject: { type: "receipt", id: item.id, itemId: item.id },
    detail: {
      number: diary.number,
      serial: diary.serial,
      year: diary.year,
      nature,
      sealed,
      despiteDuplicates,
      documents: documents.map(({ id, sha256 }) => ({ id, sha256 })),
    },
  });
  return { item, number: diary.number, documents };
}

/** Stored with the cover until somebody entitled opens it; both languages, as covers are marked. */
const sealedSubject = "गोपनीय लिफाफा (बिना खोला) / Confidential cover, unopened";

export function documentRows(receiptId: string, documents: readonly StoredDocument[]) {
  return documents.map(({ id, name }, index) => ({
    receiptId,
    position: index + 1,
    documentId: id,
    title: titleOf(name),
  }));
}

function idsOf(documents: readonly StoredDocument[]): string[] {
  return documents.map(({ id }) => id);
}
