import {
  conflict,
  insertMany,
  invalid,
  now,
  record,
  today,
  transaction,
  words,
  type Actor,
} from "../base/index.ts";
import { findPost, isVacant, type Post } from "../organisation/index.ts";
import { prepareToLeave } from "./departures.ts";
import { lockItem, type Item, type Priority } from "./item.ts";
import { move } from "./move.ts";
import { itemPolicy } from "./policy.ts";

export interface Sending {
  readonly itemId: string;
  readonly toPostId: string;
  /** Posts that get a copy for information; no action is expected of them. */
  readonly copyPostIds?: readonly string[] | undefined;
  readonly actionAsked?: string | null | undefined;
  readonly remarks?: string | null | undefined;
  readonly priority?: Priority | undefined;
  /** Left out, the item keeps what it has; null takes it away. */
  readonly dueOn?: string | null | undefined;
  /** A reply goes to whoever sent the item last; to anybody else it is an ordinary sending. */
  readonly kind?: "sent" | "replied" | undefined;
}

export interface Sent {
  readonly movementId: string;
  readonly item: Item;
  /** Where it lies now. */
  readonly to: Post;
  /** Nobody holds the post today: the item waits there. */
  readonly toVacantPost: boolean;
}

/** Sends an item to another post: it leaves one desk and lies on the other in a single step. */
export function sendItem(actor: Actor, sending: Sending): Promise<Sent> {
  return transaction(async () => {
    const item = await lockItem(actor, sending.itemId);
    refuseUnlessSendable(actor, item);
    refuseUnlessFit(actor, sending);
    const post = await findPost(sending.toPostId, "toPostId");
    await prepareToLeave({ actor, item });
    const movementId = await move(actor, item, {
      ...sending,
      kind: sending.kind === "replied" && post.id === item.fromPostId ? "replied" : "sent",
      toPostId: post.id,
      toEmployeeId: post.holder?.id ?? null,
      state: "moving",
    });
    await markCopies(actor, item, { movementId, postIds: sending.copyPostIds ?? [], to: post.id });
    return { movementId, item, to: post, toVacantPost: isVacant(post) };
  });
}

function refuseUnlessFit(actor: Actor, { toPostId, dueOn }: Sending): void {
  if (toPostId === actor.postId) {
    throw invalid("toPostId", "This is your own post. Choose another.");
  }
  if (dueOn && dueOn < today(now())) {
    throw invalid("dueOn", "This day has passed. Choose today or a later day.");
  }
}

/** Refuses with the reason, where the item cannot be sent now. */
export function refuseUnlessSendable(actor: Actor, item: Item): void {
  const hindrance = hindranceOf(actor, item);
  if (hindrance !== undefined) {
    throw conflict(hindrance, { number: item.number });
  }
}

/** Why it cannot be sent, in words a clerk understands: most double sends are two windows, not mischief. */
export function hindranceOf(actor: Actor, item: Item): string | undefined {
  if (itemPolicy.can(actor, "send", item)) {
    return undefined;
  }
  if (item.holderPostId !== actor.postId || item.state === "deleted") {
    return words("{number} is not on your desk any more.");
  }
  if (item.state === "closed") {
    return words("{number} is closed. Reopen it before you send it.");
  }
  return item.state === "parked"
    ? words("{number} is parked. Take it up again before you send it.")
    : words("{number} is on paper. Receive it before you send it.");
}

async function markCopies(
  actor: Actor,
  item: Item,
  copies: { movementId: string; postIds: readonly string[]; to: string },
): Promise<void> {
  const postIds = [...new Set(copies.postIds)].filter(
    (postId) => postId !== copies.to && postId !== actor.postId,
  );
  for (const postId of postIds) {
    await findPost(postId, "copyPostIds");
  }
  const at = now();
  const { movementId } = copies;
  await insertMany(
    "item_copies",
    postIds.map((postId) => ({ movementId, postId, itemId: item.id, at })),
  );
  for (const postId of postIds) {
    await record(actor, "item.copied", {
      subject: { type: "item", id: item.id, itemId: item.id },
      detail: { kind: item.kind, number: item.number, movementId, to: postId },
    });
  }
}
