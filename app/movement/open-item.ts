import { conflict, insert, now, record, row, transaction, type Actor } from "../base/index.ts";
import { isHeldBy, lockItem, type Item } from "./item.ts";
import { itemPolicy } from "./policy.ts";
import { readCopy } from "./read-copy.ts";

/**
 * Marks that the reader has opened what came to him: from now on it cannot be pulled back. Pages of
 * items call it; paper is opened by receiving it instead, and a copy by reading it.
 */
export async function openItem(actor: Actor, item: Item): Promise<void> {
  if (!isHeldBy(item, actor)) {
    await readCopy(actor, item);
  } else if (!item.openedAt && item.nature === "electronic") {
    await transaction(() => markOpened(actor, item, "item.opened"));
  }
}

/** Says that the paper itself is on the desk; nothing can be done with it before. */
export function receiveItem(actor: Actor, itemId: string): Promise<void> {
  return transaction(async () => {
    const item = await lockItem(actor, itemId);
    if (!itemPolicy.can(actor, "receive", item)) {
      throw conflict("{number} has been received, or does not lie on your desk.", {
        number: item.number,
      });
    }
    await markOpened(actor, item, "item.received");
  });
}

async function markOpened(actor: Actor, item: Item, action: string): Promise<void> {
  const at = now();
  const opened = await row<{ movementId: string }>(statement, {
    item: item.id,
    post: actor.postId,
    at,
  });
  if (!opened) {
    return; // opened in another window, or pulled back meanwhile
  }
  await insert("openings", {
    movementId: opened.movementId,
    itemId: item.id,
    postId: actor.postId,
    employeeId: actor.employeeId,
    at,
  });
  await record(actor, action, {
    subject: { type: "item", id: item.id, itemId: item.id },
    detail: { kind: item.kind, number: item.number, movementId: opened.movementId },
  });
}

const statement = `
  update items i set opened_at = $at
  from movements m
  where i.id = $item and i.holder_post_id = $post and i.opened_at is null
    and m.item_id = i.id and m.sequence = i.movements
  returning m.id as "movementId"`;
