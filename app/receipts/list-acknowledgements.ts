import { rows, type Actor } from "../base/index.ts";
import { viewer, visibleTo, type Item } from "../movement/index.ts";
import type { Letter } from "./letter.ts";

export type ToAcknowledge = Pick<Item, "id" | "number" | "subject"> &
  Pick<
    Letter,
    | "receivedOn"
    | "deliveryMode"
    | "email"
    | "senderName"
    | "senderDesignation"
    | "senderOrganisation"
    | "city"
  >;

/** Letters of this section whose senders still wait for an acknowledgement, the oldest first. */
export function listToAcknowledge(actor: Actor): Promise<ToAcknowledge[]> {
  return rows<ToAcknowledge>(
    `select i.id, i.number, i.subject, r.received_on as "receivedOn",
       r.delivery_mode as "deliveryMode", r.email, r.sender_name as "senderName",
       r.sender_designation as "senderDesignation", r.sender_organisation as "senderOrganisation",
       r.city
     from receipts r join items i on i.id = r.item_id
     where r.diary_unit_id = $unit and r.wants_acknowledgement and r.acknowledged_at is null
       and i.state <> 'deleted' and ${visibleTo("i")}
     order by i.created_at limit 200`,
    { unit: actor.unitId, ...viewer(actor) },
  );
}
