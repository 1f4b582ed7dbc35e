import { words } from "../base/index.ts";

/** How a letter leaves. */
export const modes = {
  by_hand: words("By hand"),
  special_messenger: words("Special messenger"),
  peon_book: words("Peon book"),
  ordinary_post: words("Ordinary post"),
  registered_post: words("Registered post"),
  registered_ad: words("Registered post with acknowledgement"),
  speed_post: words("Speed post"),
  insured_post: words("Insured post"),
  courier: words("Courier"),
  email: words("E-mail"),
  fax: words("Fax"),
  e_office: words("Digital Secretariat"),
  portal: words("Portal"),
  counter: words("Counter"),
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
