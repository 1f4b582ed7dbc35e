import {
  execute,
  now,
  onEvent,
  row,
  words,
  type BilingualName,
  type RecordedEvent,
} from "../base/index.ts";
import { notify } from "./notify.ts";

/** What each arrival says. The sentences stand here once; readers see them in their own language. */
const sentences: Readonly<Record<string, string>> = {
  "item.sent": words("{from} sent you {number}."),
  "item.replied": words("{from} replied with {number}."),
  "item.returned": words("{from} returned {number} to you."),
  "item.copied": words("{from} sent you a copy of {number} for information."),
  "item.transferred": words("{number} was transferred to your desk."),
};

/** Listens for everything that lays an item on a desk, and for what makes that news old. */
export function listenForArrivals(): void {
  for (const action of Object.keys(sentences)) {
    onEvent(action, "notices.arrival", announce);
  }
  for (const action of ["item.opened", "item.received", "item.copy-read"]) {
    onEvent(action, "notices.reading", readOf);
  }
  onEvent("item.pulled-back", "notices.withdrawal", withdraw);
}

async function announce(event: RecordedEvent): Promise<void> {
  const { to, number } = event.detail;
  const sentence = sentences[event.action];
  if (typeof to !== "string" || to === event.postId || sentence === undefined) {
    return;
  }
  const about = await readNews(event, to);
  if (!about) {
    return;
  }
  const { subject, from } = about;
  await notify({
    eventId: event.id,
    postId: to,
    itemId: event.itemId,
    words: sentence,
    gaps: { number: String(number), subject, ...(from ? { from } : {}) },
    at: event.at,
  });
}

/**
 * What the arrival says, unless it is old by the time it is told: opened, moved on, pulled back or, a copy, read.
 * The lock makes an opening under way wait, so that it finds the notice it has to mark.
 */
function readNews(
  event: RecordedEvent,
  to: string,
): Promise<{ subject: string; from: BilingualName | null } | undefined> {
  return row(
    `select i.subject, (select json_build_object('nameEn', p.name_en, 'nameHi', p.name_hi)
       from posts p where p.id = $from::uuid) as "from"
     from items i where i.id = $item and case when $isCopy
       then exists (select from item_copies c
         where c.movement_id = $movement::uuid and c.post_id = $to::uuid and c.read_at is null)
       else i.holder_post_id = $to::uuid and i.opened_at is null
         and i.movements = coalesce($sequence::integer, i.movements) end
     for share of i`,
    {
      item: event.itemId,
      from: event.postId,
      to,
      isCopy: event.action === "item.copied",
      movement: event.detail["movementId"] ?? null,
      sequence: event.detail["sequence"] ?? null,
    },
  );
}

/** Who opened the item needs no more telling that it came. */
function readOf(event: RecordedEvent): Promise<void> {
  return markRead(event.itemId, event.postId);
}

/** What was pulled back did not come: its notice stays as a record, but calls nobody. */
function withdraw(event: RecordedEvent): Promise<void> {
  const { from } = event.detail;
  return markRead(event.itemId, typeof from === "string" ? from : null);
}

async function markRead(itemId: string | null, postId: string | null): Promise<void> {
  await execute(
    `update notices set read_at = $at
     where post_id = $post::uuid and item_id = $item::uuid and read_at is null`,
    { item: itemId, post: postId, at: now() },
  );
}
