import { forPurpose, rows, type Actor } from "../base/index.ts";
import { foldName } from "./fold-name.ts";
import type { Letter } from "./letter.ts";

/** A sender as he was entered last, ready to be entered again. */
export type KnownSender = Pick<
  Letter,
  | "senderType"
  | "senderName"
  | "senderDesignation"
  | "senderOrganisation"
  | "ministry"
  | "department"
  | "address1"
  | "address2"
  | "city"
  | "state"
  | "country"
  | "pin"
  | "email"
  | "mobile"
  | "telephone"
  | "vipType"
  | "vipName"
>;

const most = 8;

/** Senders of this section's past letters whose name has all the words typed, in either script. */
export async function findSenders(actor: Actor, typed: string): Promise<KnownSender[]> {
  const asked = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) {
    return [];
  }
  const known = await forPurpose("senders", () =>
    rows<KnownSender>(statement, { unit: actor.unitId }),
  );
  return known.filter((sender) => matches(sender, asked)).slice(0, most);
}

function matches(sender: KnownSender, asked: readonly string[]): boolean {
  const written = [
    sender.senderName,
    sender.senderDesignation,
    sender.senderOrganisation,
    sender.city,
  ]
    .filter((part) => part !== null)
    .join(" ")
    .toLowerCase();
  const folded = foldName(written).split(" ");
  return asked.every((word) => {
    const sound = foldName(word);
    return (
      written.includes(word) ||
      (sound.length > 1 && folded.some((known) => known.startsWith(sound)))
    );
  });
}

/** Confidential covers teach nobody their senders. */
const statement = `
  select * from (
    select distinct on (lower(r.sender_name), lower(r.sender_organisation))
      i.created_at, r.sender_type as "senderType", r.sender_name as "senderName",
      r.sender_designation as "senderDesignation", r.sender_organisation as "senderOrganisation",
      r.ministry, r.department, r.address_1 as "address1", r.address_2 as "address2", r.city, r.state,
      r.country, r.pin, r.email, r.mobile, r.telephone, r.vip_type as "vipType", r.vip_name as "vipName"
    from (select id, created_at from items
      where unit_id = $unit and kind = 'receipt' and classification = 'normal'
      order by created_at desc limit 3000) i
    join receipts r on r.item_id = i.id
    where coalesce(r.sender_name, r.sender_designation, r.sender_organisation) is not null
    order by lower(r.sender_name), lower(r.sender_organisation), i.created_at desc
  ) as latest
  order by created_at desc`;
