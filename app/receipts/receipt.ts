import { notFound, row, type Actor } from "../base/index.ts";
import { viewer, visibleTo } from "../movement/index.ts";
import type { Letter } from "./letter.ts";

/** A diarised letter: what stands on it, and its place in the diary. */
export interface Receipt extends Letter {
  readonly itemId: string;
  readonly diaryUnitId: string;
  readonly diaryYear: number;
  readonly diarySerial: number;
  readonly acknowledgedAt: Date | null;
  readonly fromLetterId: string | null;
}

/** The receipt behind an item, if the actor may see it. */
export async function findReceipt(actor: Actor, itemId: string): Promise<Receipt> {
  const found = await row<Receipt>(
    `select ${receiptColumns} from receipts r join items i on i.id = r.item_id
     where r.item_id = $itemId and ${visibleTo("i")}`,
    { itemId, ...viewer(actor) },
  );
  if (!found) {
    throw notFound();
  }
  return found;
}

export const receiptColumns = `
  r.item_id as "itemId", r.diary_unit_id as "diaryUnitId", r.diary_year as "diaryYear",
  r.diary_serial as "diarySerial", r.delivery_mode as "deliveryMode",
  r.delivery_number as "deliveryNumber", r.received_on as "receivedOn", r.letter_on as "letterOn",
  r.letter_number as "letterNumber", r.form_of_communication as "formOfCommunication",
  r.letter_language as "letterLanguage", r.ministry, r.department, r.sender_type as "senderType",
  r.sender_name as "senderName", r.sender_designation as "senderDesignation",
  r.sender_organisation as "senderOrganisation", r.address_1 as "address1", r.address_2 as "address2",
  r.city, r.state, r.country, r.pin, r.email, r.mobile, r.telephone, r.vip_type as "vipType",
  r.vip_name as "vipName", r.main_category as "mainCategory", r.sub_category as "subCategory",
  r.enclosures_stated as "enclosuresStated", r.enclosures_found as "enclosuresFound",
  r.enclosure_remarks as "enclosureRemarks", r.remarks, r.sealed,
  r.wants_acknowledgement as "wantsAcknowledgement", r.acknowledged_at as "acknowledgedAt",
  r.reply_to_item_id as "replyToItemId", r.from_letter_id as "fromLetterId"`;
