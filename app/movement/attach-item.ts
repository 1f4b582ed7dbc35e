import { transaction, type Actor } from "../base/index.ts";
import { followAttached } from "./departures.ts";
import type { Item } from "./item.ts";
import { move } from "./move.ts";
import { itemPolicy } from "./policy.ts";

/** Puts one locked item inside another; it leaves the desk and is seen through the other. */
export function attachItem(actor: Actor, item: Item, parent: Item): Promise<string> {
  return transaction(async () => {
    itemPolicy.authorize(actor, "work", item);
    itemPolicy.authorize(actor, "work", parent);
    const movementId = await move(actor, item, {
      kind: "attached",
      toPostId: null,
      state: "attached",
      parentId: parent.id,
    });
    await followAttached({ actor, item, parent });
    return movementId;
  });
}
