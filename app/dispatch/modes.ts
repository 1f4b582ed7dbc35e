import { words } from "../base/index.ts";
import { deliveryModes } from "../receipts/index.ts";

/** How a letter leaves: in every way that one may come, and two more. */
export const modes = {
  ...deliveryModes,
  notice_board: words("Notice board"),
  gazette: words("Gazette"),
} as const;

export type Mode = keyof typeof modes;
export const modeNames = Object.keys(modes) as [Mode, ...Mode[]];

/** Modes a person chooses; inside the secretariat letters deliver themselves. */
export const chosenModes = modeNames.filter((mode) => mode !== "e_office");

export const dispatchStates = {
  waiting: words("Waiting"),
  dispatched: words("Dispatched"),
  delivered: words("Delivered"),
  returned: words("Came back"),
} as const;
export type DispatchState = keyof typeof dispatchStates;
