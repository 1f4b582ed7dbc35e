import { definePolicy, hasRole } from "../base/index.ts";

/** A post somebody wants to change something about. */
export interface PostInQuestion {
  readonly postId: string;
}

const isAdministrator = hasRole("administrator");

/** Administrators keep the office in order; everybody else may hand over his own post and nothing more. */
export const organisationPolicy = definePolicy({
  administer: (actor) => isAdministrator(actor),
  handOver: (actor, post: PostInQuestion) =>
    isAdministrator(actor) || (actor.postId === post.postId && actor.charge !== "link"),
});

/** A subject for actions that concern the office as a whole. */
export const wholeOffice: PostInQuestion = { postId: "" };
