import { nameOf, now, rows, t, today, type Actor, type BilingualName } from "../base/index.ts";
import type { Item } from "./item.ts";

/** A post as somebody sees it who is about to send something there. */
export interface Desk extends BilingualName {
  readonly id: string;
  readonly unit: BilingualName;
  readonly holder: BilingualName | null;
  /** The link officer who acts while the holder is away. */
  readonly acting: BilingualName | null;
  /** How many open items lie there. */
  readonly waiting: number;
}

/** These posts in this order; those that are closed or unknown are left out. */
export function describeDesks(postIds: readonly string[]): Promise<Desk[]> {
  return postIds.length === 0
    ? Promise.resolve([])
    : rows<Desk>(description, { posts: [...new Set(postIds)], day: today(now()) });
}

/** Where this post usually sends things: back to the sender, to its superior, and by habit. */
export async function usualDesks(actor: Actor, item?: Item): Promise<Desk[]> {
  const found = await rows<{ id: string }>(usual, {
    post: actor.postId,
    sender: item?.fromPostId ?? null,
  });
  return describeDesks(found.map(({ id }) => id));
}

/** Post and person in one line: "Under Secretary (Revenue), Anita Sahu". */
export function deskLabel(desk: Desk): string {
  const person = desk.acting ?? desk.holder;
  return person
    ? t("{post}, {person}", { post: nameOf(desk), person: nameOf(person) })
    : nameOf(desk);
}

const description = `
  select p.id, p.name_en as "nameEn", p.name_hi as "nameHi",
    json_build_object('nameEn', u.name_en, 'nameHi', u.name_hi) as unit,
    (select json_build_object('nameEn', e.name_en, 'nameHi', e.name_hi)
      from charges c join employees e on e.id = c.employee_id
      where c.post_id = p.id and c.kind <> 'link' and c.from_on <= $day
        and (c.until_on is null or c.until_on >= $day)
      order by c.kind desc limit 1) as holder,
    (select json_build_object('nameEn', e.name_en, 'nameHi', e.name_hi)
      from charges c join employees e on e.id = c.employee_id
      where c.post_id = p.id and c.kind = 'link' and c.from_on <= $day
        and (c.until_on is null or c.until_on >= $day) limit 1) as acting,
    items_on_desk(p.id) as waiting
  from posts p join units u on u.id = p.unit_id
  where p.id = any($posts::uuid[]) and p.closed_on is null
  order by array_position($posts::uuid[], p.id)`;

const usual = `
  with recent as (
    select to_post_id as id from movements
    where from_post_id = $post and kind in ('sent', 'replied') and to_post_id is not null
    order by at desc limit 200
  ), near as (
    select $sender::uuid as id, 0 as rank, 0 as often
    union all select reports_to_id, 1, 0 from posts where id = $post
    union all select id, 2, -count(*) from recent group by id
  )
  select id from near where id is not null and id <> $post
  group by id order by min(rank), min(often), id limit 6`;
