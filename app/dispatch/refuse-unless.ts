import { conflict, words, type Actor } from "../base/index.ts";
import type { DispatchAtHand } from "./dispatch.ts";
import { dispatchPolicy, type DispatchAction } from "./policy.ts";

/** Refuses with the state it is in, or that it is another's to do. */
export function refuseUnless(actor: Actor, action: DispatchAction, at: DispatchAtHand): void {
  if (dispatchPolicy.can(actor, action, at)) {
    return;
  }
  const { isInside, state } = at.dispatch;
  if (isInside && state !== "returned") {
    throw conflict("This addressee is in the secretariat: the letter reaches the desk by itself.");
  }
  throw conflict(fits(action, state) ? anothers : sentences[state]);
}

const anothers = words(
  "This dispatch is not yours: it lies with the registry or with the issuing section.",
);

function fits(action: DispatchAction, state: DispatchAtHand["dispatch"]["state"]): boolean {
  const wanted: Readonly<Record<DispatchAction, readonly string[]>> = {
    hand: ["waiting"],
    dispatch: ["waiting"],
    deliver: ["dispatched"],
    return: ["dispatched", "delivered"],
    again: ["returned"],
  };
  return wanted[action].includes(state);
}

const sentences: Readonly<Record<DispatchAtHand["dispatch"]["state"], string>> = {
  waiting: words("The letter is not dispatched yet."),
  dispatched: words("The letter is dispatched already."),
  delivered: words("The letter is delivered already."),
  returned: words("The letter came back. Send it again."),
};
