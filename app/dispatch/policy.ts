import { definePolicy, may, type Actor } from "../base/index.ts";
import type { DispatchAtHand } from "./dispatch.ts";

/** One's own: the letter's item is on one's desk, or one belongs to the unit that issued it. */
const isOwn = (actor: Actor, { dispatch, holderPostId }: DispatchAtHand): boolean =>
  dispatch.via === "self" && (holderPostId === actor.postId || dispatch.unitId === actor.unitId);

const isRegistry = (actor: Actor, { dispatch, isInOffice }: DispatchAtHand): boolean =>
  dispatch.via === "registry" && isInOffice && may("dispatch")(actor);

const handles = (actor: Actor, at: DispatchAtHand): boolean =>
  isOwn(actor, at) || isRegistry(actor, at);

/** What goes to a post inside delivers itself, unless the post was abolished before it arrived. */
const isOutside = ({ dispatch }: DispatchAtHand): boolean => !dispatch.isInside;

/** Who may do what to a dispatch. */
export const dispatchPolicy = definePolicy({
  hand: (actor, at: DispatchAtHand) =>
    at.dispatch.state === "waiting" && isOutside(at) && isOwn(actor, at),
  dispatch: (actor, at: DispatchAtHand) =>
    at.dispatch.state === "waiting" && isOutside(at) && handles(actor, at),
  deliver: (actor, at: DispatchAtHand) => at.dispatch.state === "dispatched" && handles(actor, at),
  return: (actor, at: DispatchAtHand) =>
    ["dispatched", "delivered"].includes(at.dispatch.state) && isOutside(at) && handles(actor, at),
  again: (actor, at: DispatchAtHand) =>
    at.dispatch.state === "returned" && !at.dispatch.isSentAgain && handles(actor, at),
});

export type DispatchAction = keyof typeof dispatchPolicy.rules;
