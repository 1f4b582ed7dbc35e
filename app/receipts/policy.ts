import { definePolicy } from "../base/index.ts";
import { isHeldBy, isOpen, type Item } from "../movement/index.ts";
import type { Receipt } from "./receipt.ts";

export interface DiarisedItem {
  readonly item: Item;
  readonly receipt: Pick<Receipt, "sealed" | "wantsAcknowledgement">;
}

/** Who may do what to what was entered of a letter. */
export const receiptPolicy = definePolicy({
  /** Until it is sent; a sealed cover is entered by whoever opens it. */
  change: (actor, { item, receipt }: DiarisedItem) =>
    isHeldBy(item, actor) && isOpen(item) && (item.state === "created" || receipt.sealed),
  acknowledge: (actor, { item, receipt }: DiarisedItem) =>
    receipt.wantsAcknowledgement &&
    (isHeldBy(item, actor) || item.createdByPostId === actor.postId),
});
