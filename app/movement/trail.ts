import { now, rows, type Actor, type BilingualName } from "../base/index.ts";
import { findItem, type Priority } from "./item.ts";
import type { MovementKind } from "./move.ts";

/** One hop of an item's way. */
export interface Hop {
  readonly id: string;
  readonly sequence: number;
  readonly kind: MovementKind;
  readonly at: Date;
  readonly fromPost: BilingualName | null;
  readonly fromPerson: BilingualName | null;
  /** For whom a link officer acted. */
  readonly onBehalfOf: BilingualName | null;
  readonly toPost: BilingualName | null;
  readonly toPerson: BilingualName | null;
  readonly actionAsked: string | null;
  readonly remarks: string | null;
  readonly priority: Priority;
  readonly dueOn: string | null;
  readonly openedAt: Date | null;
  /** Working days it then stayed on the desk, until today where it lies there still. */
  readonly days: number | null;
  readonly isHere: boolean;
}

/** Every hop of an item one may see, the first on top. */
export async function trailOf(actor: Actor, itemId: string): Promise<Hop[]> {
  const item = await findItem(actor, itemId);
  return rows<Hop>(statement, { item: item.id, now: now() });
}

/** Movements that lay it on a desk, and those that end its stay there. */
const begins = `('created', 'sent', 'returned', 'replied', 'pulled-back', 'transferred', 'detached', 'reopened')`;
const ends = `('sent', 'returned', 'replied', 'pulled-back', 'transferred', 'attached', 'closed', 'deleted')`;

const nameOfRow = (table: string): string =>
  `case when ${table}.id is not null then
    json_build_object('nameEn', ${table}.name_en, 'nameHi', ${table}.name_hi) end`;

const statement = `
  select m.id, m.sequence, m.kind, m.at, m.action_asked as "actionAsked", m.remarks, m.priority,
    m.due_on as "dueOn", o.at as "openedAt",
    ${nameOfRow("sender")} as "fromPost", ${nameOfRow("giver")} as "fromPerson",
    ${nameOfRow("principal")} as "onBehalfOf",
    ${nameOfRow("receiver")} as "toPost", ${nameOfRow("taker")} as "toPerson",
    case when m.kind in ${begins} then working_days(m.at, coalesce(m.ended_at, $now)) end as days,
    m.kind in ${begins} and m.ended_at is null as "isHere"
  from (
    select *, min(at) filter (where kind in ${ends})
      over (order by sequence rows between 1 following and unbounded following) as ended_at
    from movements where item_id = $item
  ) as m
  left join openings o on o.movement_id = m.id
  left join posts sender on sender.id = m.from_post_id
  left join employees giver on giver.id = m.from_employee_id
  left join employees principal on principal.id = m.on_behalf_of_id
  left join posts receiver on receiver.id = m.to_post_id
  left join employees taker on taker.id = m.to_employee_id
  order by m.sequence`;
