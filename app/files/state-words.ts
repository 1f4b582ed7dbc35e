import { t, words } from "../base/index.ts";

/** How a register names the state of a file. */
export const fileStates = {
  created: words("Not yet sent"),
  moving: words("In movement"),
  parked: words("Parked"),
  closed: words("Closed"),
} as const;

export type FileState = keyof typeof fileStates;

export const fileStateNames = Object.keys(fileStates) as readonly FileState[];

export function stateWords(state: string): string {
  return fileStateNames.some((name) => name === state) ? t(fileStates[state as FileState]) : state;
}
