/**
 * INVARIANT: a draft begins with its first version; both are written in the transaction that locked the item.
 */
import { v7 as newId } from "uuid";
import {
  conflict,
  insert,
  invalid,
  now,
  record,
  row,
  transaction,
  type Actor,
} from "../base/index.ts";
import { itemPolicy, lockItem, type Item } from "../movement/index.ts";
import { beginReply } from "./begin-reply.ts";
import { CreateDraft, type CreateDraftInput, type GivenDraft } from "./input.ts";
import { findLetter } from "./letter-record.ts";
import { resolveLetter } from "./resolve-letter.ts";
import { insertVersion, projectionOf } from "./write-version.ts";

export interface CreatedDraft {
  readonly id: string;
  readonly version: number;
}

/** Begins a letter on a file or receipt that lies on the actor's desk. */
export function createDraft(actor: Actor, given: CreateDraftInput): Promise<CreatedDraft> {
  return beginDraft(actor, CreateDraft.parse(given));
}

/** The same for entries that a route has read already. */
export function beginDraft(actor: Actor, input: GivenDraft): Promise<CreatedDraft> {
  return transaction(async () => {
    const item = await lockItem(actor, input.itemId);
    refuseUnlessHeld(actor, item);
    const replyToReceiptId = await receiptAnswered(item, input);
    const corrected = await letterCorrected(actor, input);
    const {
      itemId: _item,
      nature: _nature,
      ...entries
    } = await beginReply(actor, {
      ...input,
      ...(replyToReceiptId === null ? {} : { replyToReceiptId }),
    });
    const { replyToReceiptId: _reply, correctsLetterId: _corrects, ...fields } = entries;
    const letter = await resolveLetter({ ...fields, subject: fields.subject ?? item.subject });
    const draft = {
      id: newId(),
      itemId: item.id,
      unitId: actor.unitId,
      ...projectionOf(letter),
      nature: corrected ? "corrigendum" : input.nature,
      state: "draft",
      replyToReceiptId,
      correctsLetterId: corrected,
      createdByPostId: actor.postId,
      createdAt: now(),
    };
    await insert("drafts", draft);
    await insertVersion(actor, { draftId: draft.id, version: 1, letter });
    await record(actor, "draft.created", {
      subject: { type: "draft", id: draft.id, itemId: item.id },
      detail: { number: item.number, form: letter.form, nature: draft.nature, replyToReceiptId },
    });
    return { id: draft.id, version: 1 };
  });
}

function refuseUnlessHeld(actor: Actor, item: Item): void {
  if (!["file", "receipt"].includes(item.kind)) {
    throw invalid("itemId", "A letter is drafted in a file or on a receipt.");
  }
  if (!itemPolicy.can(actor, "work", item)) {
    throw conflict("{number} does not lie on your desk, so its drafts cannot be worked on.", {
      number: item.number,
    });
  }
}

/** A draft on a receipt answers it; one in a file may answer a receipt that lies in the file. */
async function receiptAnswered(item: Item, input: GivenDraft): Promise<string | null> {
  if (item.kind === "receipt") {
    return input.nature === "fresh" && input.replyToReceiptId === undefined ? null : item.id;
  }
  if (input.replyToReceiptId === undefined) {
    return null;
  }
  const inside = await row(
    "select from items where id = $receipt and parent_id = $file and kind = 'receipt'",
    { receipt: input.replyToReceiptId, file: item.id },
  );
  if (!inside) {
    throw invalid("replyToReceiptId", "Choose a receipt that lies in this file.");
  }
  return input.replyToReceiptId;
}

async function letterCorrected(actor: Actor, input: GivenDraft): Promise<string | null> {
  if (input.correctsLetterId === undefined) {
    return null;
  }
  const letter = await findLetter(actor, input.correctsLetterId);
  if (letter.itemId !== input.itemId) {
    throw invalid("correctsLetterId", "Choose a letter that was issued from here.");
  }
  return letter.id;
}
