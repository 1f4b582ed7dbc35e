import { conflict, transaction, type Actor } from "../base/index.ts";
import { lockItem } from "./item.ts";
import { move } from "./move.ts";
import { itemPolicy } from "./policy.ts";

/** Takes back what one has just sent, as long as the receiver has not opened it. */
export function pullBackItem(actor: Actor, itemId: string): Promise<string> {
  return transaction(async () => {
    const item = await lockItem(actor, itemId);
    if (!itemPolicy.can(actor, "pullBack", item)) {
      throw conflict("You did not send {number} last, so you cannot pull it back.", {
        number: item.number,
      });
    }
    if (item.openedAt) {
      throw conflict("{number} has been opened by the receiver and cannot be pulled back.", {
        number: item.number,
      });
    }
    return move(actor, item, { kind: "pulled-back", toPostId: actor.postId, state: "moving" });
  });
}
