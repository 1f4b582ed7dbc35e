import { hasRole, words, type Module } from "../base/index.ts";
import { routes } from "./routes.ts";

export { actionNames, actionsAsked, actionWords, type ActionAsked } from "./actions-asked.ts";
export { attachItem } from "./attach-item.ts";
export { createItem, type NewItem } from "./create-item.ts";
export {
  beforeClosing,
  beforeDiscarding,
  beforeLeaving,
  whenAttached,
  type Departure,
} from "./departures.ts";
export {
  classifications,
  findItem,
  isHeldBy,
  isInHand,
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
export { deskLabel, describeDesks, usualDesks, type Desk } from "./desks.ts";
export { createFolder, fileItem, removeFolder, renameFolder } from "./folders.ts";
export { ItemSteps } from "./item-steps.tsx";
export { openItem, receiveItem } from "./open-item.ts";
export { SendItem } from "./input.ts";
export { SendingFields, type SendingFieldsProps } from "./pages/sending-fields.tsx";
export { itemPolicy } from "./policy.ts";
export { possibleSteps, type PossibleSteps } from "./possible-steps.ts";
export { presentTrail } from "./present-trail.ts";
export { priorityOptions, priorityTag } from "./priority-words.ts";
export { pullBackItem } from "./pull-back-item.ts";
export { closeItem, discardItem, parkItem, reopenItem, unparkItem } from "./rest-item.ts";
export { returnItem } from "./return-item.ts";
export { sendingChoices } from "./routes/sending.tsx";
export { sendForm } from "./send-form.ts";
export { refuseUnlessSendable, sendItem, type Sending, type Sent } from "./send-item.ts";
export { sendSeveral, type SendingResult, type SendingSeveral } from "./send-several.ts";
export { trailOf, type Hop } from "./trail.ts";
export { visibleTo } from "./visibility.ts";
export { whoSees, type NumberedItem, type Viewer } from "./who-sees.ts";
export { whyVisible, type Opening } from "./why-visible.ts";

export const movement: Module = {
  name: "movement",
  routes,
  sections: [
    {
      label: words("Who may see it"),
      href: "/items/who-sees",
      icon: "shield",
      order: 86,
      allow: hasRole("administrator"),
    },
  ],
};
