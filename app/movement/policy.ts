import { definePolicy } from "../base/index.ts";
import { isHeldBy, isInHand, isOpen, type Item } from "./item.ts";

/** Who may do what to an item. The item is the row as it is now, under lock. */
export const itemPolicy = definePolicy({
  receive: (actor, item: Item) =>
    isHeldBy(item, actor) && item.nature === "physical" && item.openedAt === null,
  work: (actor, item: Item) => isHeldBy(item, actor) && isOpen(item) && isInHand(item),
  send: (actor, item: Item) => isHeldBy(item, actor) && isOpen(item) && isInHand(item),
  return: (actor, item: Item) =>
    isHeldBy(item, actor) &&
    isInHand(item) &&
    item.state === "moving" &&
    item.fromPostId !== null &&
    item.fromPostId !== actor.postId,
  pullBack: (actor, item: Item) =>
    item.fromPostId === actor.postId && item.state === "moving" && !isHeldBy(item, actor),
  park: (actor, item: Item) => isHeldBy(item, actor) && isOpen(item) && isInHand(item),
  unpark: (actor, item: Item) => isHeldBy(item, actor) && item.state === "parked",
  close: (actor, item: Item) => isHeldBy(item, actor) && isOpen(item) && isInHand(item),
  reopen: (actor, item: Item) => isHeldBy(item, actor) && item.state === "closed",
  discard: (actor, item: Item) => isHeldBy(item, actor) && item.state === "created",
});
