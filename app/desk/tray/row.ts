import type { BilingualName } from "../../base/index.ts";
import type { Classification, ItemState, Nature, Priority } from "../../movement/index.ts";

/** One line of the tray as the database tells it. */
export interface TrayRow {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly subject: string;
  readonly nature: Nature;
  readonly classification: Classification;
  readonly priority: Priority;
  readonly state: ItemState;
  readonly isUnread: boolean;
  readonly dueOn: string | null;
  readonly parkedUntil: string | null;
  readonly actionAsked: string | null;
  /** When it came to the desk, was sent, was closed, or was copied. */
  readonly at: Date;
  /** Who sent it; in Sent, to whom. */
  readonly post: BilingualName | null;
  readonly person: BilingualName | null;
  /** Where it lies now. */
  readonly holder: BilingualName | null;
  readonly daysHere: number | null;
  readonly daysInAll: number;
  /** Sent, and the receiver has not opened it. */
  readonly canPullBack: boolean;
  readonly cursor: string;
}

const named = (table: string): string =>
  `case when ${table}.id is not null then
    json_build_object('nameEn', ${table}.name_en, 'nameHi', ${table}.name_hi) end`;

/**
 * Found by the item, not by an id worked out on the way: what is worked out, row security keeps from an index.
 */
const told = `(select m.action_asked, m.from_employee_id, m.to_employee_id from movements m
  where m.item_id = page.id and (m.id = page.told
    or (page.told is null and m.kind in ('sent', 'returned', 'replied', 'transferred')))
  order by m.sequence desc limit 1)`;

/**
 * Dresses the rows of one page, found as `page`: their key, their time `at`, the post that sent or got
 * them, and the movement (`told`, else the last arrival) that says who. However long the list is, only
 * these rows are dressed.
 */
export function dressed(
  page: string,
  { person, order }: { person: string; order: string },
): string {
  return `
  with page as materialized (${page})
  select i.id, i.kind, i.number, i.subject, i.nature, i.classification, i.priority, i.state,
    page.unread as "isUnread", i.due_on as "dueOn", i.parked_until as "parkedUntil",
    coalesce(told.action_asked, i.action_asked) as "actionAsked", page.at,
    ${named("post")} as post, ${named("person")} as person, ${named("holder")} as holder,
    working_days(i.arrived_at, coalesce(i.closed_at, $now)) as "daysHere",
    working_days(i.created_at, coalesce(i.closed_at, $now)) as "daysInAll",
    (i.state = 'moving' and i.opened_at is null and i.from_post_id = $viewerPost
      and i.holder_post_id <> $viewerPost) as "canPullBack",
    page.key as cursor
  from page
  join items i on i.id = page.id
  left join lateral ${told} told on true
  left join posts post on post.id = page.post
  left join employees person on person.id = told.${person}_employee_id
  left join posts holder on holder.id = i.holder_post_id
  ${order}`;
}
