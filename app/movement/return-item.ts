import { conflict, transaction, type Actor } from "../base/index.ts";
import { findPost } from "../organisation/index.ts";
import { prepareToLeave } from "./departures.ts";
import { lockItem } from "./item.ts";
import { move } from "./move.ts";
import { itemPolicy } from "./policy.ts";

/** Sends an item back to the post it came from. */
export function returnItem(
  actor: Actor,
  { itemId, remarks }: { readonly itemId: string; readonly remarks: string },
): Promise<string> {
  return transaction(async () => {
    const item = await lockItem(actor, itemId);
    if (!itemPolicy.can(actor, "return", item)) {
      throw conflict("{number} cannot be returned from your desk.", { number: item.number });
    }
    const sender = await findPost(item.fromPostId ?? "");
    await prepareToLeave({ actor, item });
    return move(actor, item, {
      kind: "returned",
      toPostId: sender.id,
      toEmployeeId: sender.holder?.id ?? null,
      state: "moving",
      remarks,
    });
  });
}
