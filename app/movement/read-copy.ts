import { now, record, row, transaction, type Actor } from "../base/index.ts";
import type { Item } from "./item.ts";

/** Marks the copies that the reader was sent for information as read. */
export async function readCopy(actor: Actor, item: Item): Promise<void> {
  const place = { item: item.id, post: actor.postId };
  if (!(await row(unreadCopy, place))) {
    return;
  }
  await transaction(async () => {
    const read = await row(markRead, { ...place, at: now() });
    if (read) {
      await record(actor, "item.copy-read", {
        subject: { type: "item", id: item.id, itemId: item.id },
        detail: { kind: item.kind, number: item.number },
      });
    }
  });
}

const unreadCopy = `
  select 1 as found from item_copies
  where item_id = $item and post_id = $post and read_at is null limit 1`;

const markRead = `
  update item_copies set read_at = $at
  where item_id = $item and post_id = $post and read_at is null returning 1 as done`;
