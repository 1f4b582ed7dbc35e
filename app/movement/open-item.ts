import { insert, now, record, row, transaction, type Actor } from "../base/index.ts";
import { isHeldBy, type Item } from "./item.ts";

/** Marks that the holder has opened what came to him. From now on it cannot be pulled back. */
export async function openItem(actor: Actor, item: Item): Promise<void> {
  if (!isHeldBy(item, actor) || item.openedAt) {
    return;
  }
  await transaction(async () => {
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
    await record(actor, "item.opened", {
      subject: { type: "item", id: item.id, itemId: item.id },
      detail: { kind: item.kind, number: item.number, movementId: opened.movementId },
    });
  });
}

const statement = `
  update items i set opened_at = $at
  from movements m
  where i.id = $item and i.holder_post_id = $post and i.opened_at is null
    and m.item_id = i.id and m.sequence = i.movements
  returning m.id as "movementId"`;
