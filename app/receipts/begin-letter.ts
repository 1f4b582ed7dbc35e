import { now, row, today, type Actor } from "../base/index.ts";
import { findItem, type Item } from "../movement/index.ts";
import type { LetterInput } from "./input.ts";
import { findReceipt, type Receipt } from "./receipt.ts";

/** What stands in the fields before anything is typed. */
export type LetterEntries = Partial<Omit<LetterInput, "documentIds" | "files">> & {
  readonly nature?: Item["nature"];
};

/** A new letter begins with what this desk chose last time, received today. */
export async function freshEntries(actor: Actor): Promise<LetterEntries> {
  const last = await row<LetterEntries>(lastChoices, { unit: actor.unitId, post: actor.postId });
  return { country: undefined, ...last, receivedOn: today(now()) };
}

const lastChoices = `
  select i.nature, r.delivery_mode as "deliveryMode", r.form_of_communication as "formOfCommunication",
    r.letter_language as "letterLanguage", r.main_category as "mainCategory",
    r.sender_type as "senderType", r.wants_acknowledgement as "wantsAcknowledgement"
  from items i join receipts r on r.item_id = i.id
  where i.unit_id = $unit and i.kind = 'receipt' and i.created_by_post_id = $post and not r.sealed
  order by i.created_at desc limit 1`;

/** A letter like another one: the same entries, received today. */
export async function copiedEntries(actor: Actor, itemId: string): Promise<LetterEntries> {
  const item = await findItem(actor, itemId);
  const entries = entriesOf(item, await findReceipt(actor, itemId));
  return { ...entries, receivedOn: today(now()), dueOn: undefined };
}

/** The entries of a receipt as a form takes them. */
export function entriesOf(item: Item, receipt: Receipt): LetterEntries {
  const {
    itemId: _itemId,
    diaryUnitId: _unit,
    diaryYear: _year,
    diarySerial: _serial,
    acknowledgedAt: _acknowledged,
    fromLetterId: _letter,
    sealed,
    ...letter
  } = receipt;
  const filled = Object.fromEntries(Object.entries(letter).filter(([, value]) => value !== null));
  return {
    ...(filled as LetterEntries),
    nature: item.nature,
    classification: item.classification,
    priority: item.priority,
    dueOn: item.dueOn ?? undefined,
    subject: sealed ? undefined : item.subject,
  };
}
