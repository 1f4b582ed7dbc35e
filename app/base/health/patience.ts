import { setTimeout as pause } from "node:timers/promises";

/** A part that does not answer within this time counts as missing. */
const patience = 3_000;

export function withinPatience<T>(asked: Promise<T>): Promise<T> {
  return Promise.race([
    asked,
    pause(patience, undefined, { ref: false }).then(() => {
      throw new Error("No answer in time");
    }),
  ]);
}
