import type { Module } from "../base/index.ts";

export { attachItem } from "./attach-item.ts";
export { createItem, type NewItem } from "./create-item.ts";
export { beforeClosing, beforeLeaving, type Departure } from "./departures.ts";
export {
  classifications,
  findItem,
  isHeldBy,
  isOpen,
  itemColumns,
  lockItem,
  priorities,
  viewer,
  type Classification,
  type Item,
  type ItemState,
  type Nature,
  type Priority,
} from "./item.ts";
export { defineItemKind, itemKind, itemKinds, type ItemKind } from "./kinds.ts";
export { move, type MovementKind, type Step } from "./move.ts";
export { openItem } from "./open-item.ts";
export { itemPolicy } from "./policy.ts";
export { pullBackItem } from "./pull-back-item.ts";
export { closeItem, discardItem, parkItem, reopenItem, unparkItem } from "./rest-item.ts";
export { returnItem } from "./return-item.ts";
export { sendItem, type Sending, type Sent } from "./send-item.ts";
export { visibleTo } from "./visibility.ts";

export const movement: Module = { name: "movement", routes: [], sections: [] };
