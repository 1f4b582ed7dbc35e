import { refuseUnlessOrdered } from "../access/index.ts";
import {
  change,
  conflict,
  execute,
  insertMany,
  invalid,
  now,
  record,
  today,
  transaction,
  type Actor,
} from "../base/index.ts";
import { findDocuments, registerDocuments, type StoredDocument } from "../documents/index.ts";
import { findItem, lockItem, type Item } from "../movement/index.ts";
import type { LetterInput } from "./input.ts";
import { letterColumns } from "./letter-columns.ts";
import { checkLetter } from "./letter-rules.ts";
import { receiptPolicy } from "./policy.ts";
import type { Letter } from "./letter.ts";
import { findReceipt, type Receipt } from "./receipt.ts";
import { documentRows } from "./register-receipt.ts";

/** Corrects what was entered of a letter, or enters what a cover held once it is opened. */
export function changeReceipt(actor: Actor, itemId: string, input: LetterInput): Promise<void> {
  return transaction(async () => {
    const item = await lockItem(actor, itemId);
    const before = await findReceipt(actor, itemId);
    if (!receiptPolicy.can(actor, "change", { item, receipt: before })) {
      throw conflict("{number} has been sent; what was entered stands.", { number: item.number });
    }
    if (input.classification !== item.classification) {
      await refuseUnlessOrdered(input.classification);
    }
    const documents = await takeDocuments(actor, input);
    const electronic = item.nature === "electronic";
    checkLetter(input, { sealed: false, documents: documents.length, electronic });
    if (input.replyToItemId !== undefined) {
      await findItem(actor, input.replyToItemId);
    }
    await write(actor, { item, before, input, documents });
  });
}

async function takeDocuments(actor: Actor, input: LetterInput): Promise<StoredDocument[]> {
  const known = await findDocuments(actor, input.documentIds);
  if (known.length < new Set(input.documentIds).size) {
    throw invalid("files", "A document is not here any more. Add it again.");
  }
  return [...known, ...(await registerDocuments(actor, input.files))];
}

interface Correction {
  readonly item: Item;
  readonly before: Receipt;
  readonly input: LetterInput;
  readonly documents: readonly StoredDocument[];
}

async function write(actor: Actor, correction: Correction): Promise<void> {
  const { before, documents, input, item } = correction;
  const after = letterColumns(input, {
    receivedOn: input.receivedOn ?? today(now()),
    sealed: false,
  });
  const cover = {
    subject: input.subject ?? item.subject,
    classification: input.classification,
    priority: input.priority,
    dueOn: input.dueOn ?? null,
  };
  await change("receipts", { itemId: item.id }, { ...after });
  await change("items", { id: item.id }, cover);
  await execute("delete from receipt_documents where receipt_id = $id", { id: item.id });
  await insertMany("receipt_documents", documentRows(item.id, documents));
  await record(actor, "receipt.changed", {
    subject: { type: "receipt", id: item.id, itemId: item.id },
    detail: {
      number: item.number,
      fields: [...changedFields(before, after), ...changedFields(item, cover)],
      documents: documents.map(({ id, sha256 }) => ({ id, sha256 })),
    },
  });
}

/** Names of what changed; the values stand in the receipt itself. */
function changedFields<Entries extends object>(
  before: Entries,
  after: Partial<Record<keyof Entries, unknown>> | Letter,
): string[] {
  const old = before as Readonly<Record<string, unknown>>;
  return Object.entries(after)
    .filter(([name, value]) => old[name] !== value)
    .map(([name]) => name);
}
