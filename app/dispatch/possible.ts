import type { Actor } from "../base/index.ts";
import type { DispatchAtHand } from "./dispatch.ts";
import { dispatchPolicy, type DispatchAction } from "./policy.ts";

export type DispatchRights = Readonly<Record<DispatchAction, boolean>>;

/** What the actor may do with a dispatch now. */
export function possibleOf(actor: Actor, at: DispatchAtHand): DispatchRights {
  const may = (action: DispatchAction): boolean => dispatchPolicy.can(actor, action, at);
  return {
    hand: may("hand"),
    dispatch: may("dispatch"),
    deliver: may("deliver"),
    return: may("return"),
    again: may("again"),
  };
}
