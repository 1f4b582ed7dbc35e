import { notFound, row, type Actor } from "../base/index.ts";
import { viewer, visibleTo } from "../movement/index.ts";
import type {
  DeliveryMode,
  FormOfCommunication,
  LetterLanguage,
  MainCategory,
  SenderType,
  VipType,
} from "./choices.ts";

/** What stands on the letter and its cover. Of a sealed cover only how it came is known. */
export interface Letter {
  readonly deliveryMode: DeliveryMode;
  readonly deliveryNumber: string | null;
  readonly receivedOn: string;
  readonly letterOn: string | null;
  readonly letterNumber: string | null;
  readonly formOfCommunication: FormOfCommunication;
  readonly letterLanguage: LetterLanguage;
  readonly ministry: string | null;
  readonly department: string | null;
  readonly senderType: SenderType | null;
  readonly senderName: string | null;
  readonly senderDesignation: string | null;
  readonly senderOrganisation: string | null;
  readonly address1: string | null;
  readonly address2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
  readonly pin: string | null;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly telephone: string | null;
  readonly vipType: VipType | null;
  readonly vipName: string | null;
  readonly mainCategory: MainCategory | null;
  readonly subCategory: string | null;
  readonly enclosuresStated: number;
  readonly enclosuresFound: number;
  readonly enclosureRemarks: string | null;
  readonly remarks: string | null;
  readonly wantsAcknowledgement: boolean;
  readonly replyToItemId: string | null;
  /** A confidential cover that the registry did not open. */
  readonly sealed: boolean;
}

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

/** Enclosures the letter speaks of that did not come with it. */
export function enclosuresMissing(letter: Pick<Letter, "enclosuresStated" | "enclosuresFound">) {
  return Math.max(0, letter.enclosuresStated - letter.enclosuresFound);
}

/** The sender in one line, as registers have him. */
export function senderOf(
  letter: Pick<Letter, "senderName" | "senderDesignation" | "senderOrganisation" | "city">,
): string {
  const { senderName, senderDesignation, senderOrganisation, city } = letter;
  return [senderName, senderDesignation, senderOrganisation, city].filter(Boolean).join(", ");
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
