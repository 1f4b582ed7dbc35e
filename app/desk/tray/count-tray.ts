import { now, plannedOnce, row, today, type Actor, type BilingualName } from "../../base/index.ts";

/** How many items lie in each part of the tray, and what its filters offer. */
export interface TrayCounts {
  readonly all: number;
  readonly unread: number;
  readonly due: number;
  readonly overdue: number;
  readonly created: number;
  readonly parked: number;
  readonly unreadCopies: number;
  readonly folders: readonly { id: string; name: string; items: number }[];
  /** Who sent what lies here; most first. */
  readonly senders: readonly (BilingualName & { id: string; items: number })[];
}

/** All counts in one statement: everything it counts lies on the acting post's own desk. */
export async function countTray(actor: Actor): Promise<TrayCounts> {
  const counts = await row<TrayCounts>(statement, {
    post: actor.postId,
    today: today(now()),
  });
  if (!counts) {
    throw new Error("The counts of the tray were not returned");
  }
  return counts;
}

const statement = `${plannedOnce}
  with desk as materialized (
    select state, opened_at is null as is_unread, due_on, parked_until, from_post_id,
      state = 'moving' or (state = 'parked' and parked_until <= $today::date) as is_awake
    from items where holder_post_id = $post and state in ('created', 'moving', 'parked')
  )
  select
    count(*) filter (where is_awake) as all,
    count(*) filter (where is_awake and is_unread) as unread,
    count(*) filter (where is_awake and (due_on = $today::date or parked_until <= $today::date)) as due,
    count(*) filter (where is_awake and due_on < $today::date) as overdue,
    count(*) filter (where state = 'created') as created,
    count(*) filter (where state = 'parked') as parked,
    (select count(*) from item_copies where post_id = $post and read_at is null) as "unreadCopies",
    (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'items',
        (select count(*) from filings where folder_id = f.id)) order by f.name), '[]')
      from folders f where f.post_id = $post) as folders,
    (select coalesce(json_agg(json_build_object('id', p.id, 'nameEn', p.name_en, 'nameHi', p.name_hi,
        'items', sender.items) order by sender.items desc, p.name_en), '[]')
      from (select from_post_id, count(*) as items from desk where is_awake and from_post_id is not null
        group by from_post_id order by count(*) desc limit 40) as sender
      join posts p on p.id = sender.from_post_id) as senders
  from desk`;
