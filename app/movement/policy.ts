import { definePolicy } from "../base/index.ts";
import { isHeldBy, isOpen, type Item } from "./item.ts";

/** Who may do what to an item. The item is the row as it is now, under lock. */
export const itemPolicy = definePolicy({
  send: (actor, item: Item) => isHeldBy(item, actor) && isOpen(item),
  return: (actor, item: Item) =>
    isHeldBy(item, actor) && item.state === "moving" && item.fromPostId !== null,
  pullBack: (actor, item: Item) =>
    item.fromPostId === actor.postId && item.state === "moving" && !isHeldBy(item, actor),
  park: (actor, item: Item) => isHeldBy(item, actor) && isOpen(item),
  unpark: (actor, item: Item) => isHeldBy(item, actor) && item.state === "parked",
  close: (actor, item: Item) => isHeldBy(item, actor) && isOpen(item),
  reopen: (actor, item: Item) => isHeldBy(item, actor) && item.state === "closed",
  discard: (actor, item: Item) => isHeldBy(item, actor) && item.state === "created",
  work: (actor, item: Item) => isHeldBy(item, actor) && isOpen(item),
});
