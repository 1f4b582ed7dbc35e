/**
 * INVARIANTS
 * 1. Paper and electronic items never travel in one batch.
 * 2. Each item stands for itself: it is sent whole or not at all, whatever happens to the others.
 * 3. Items are locked in the order of their ids, so that two batches never wait for each other.
 */
import {
  execute,
  invalid,
  Refusal,
  rows,
  transaction,
  type Actor,
  type Gaps,
} from "../base/index.ts";
import { findPost } from "../organisation/index.ts";
import { viewer } from "./item.ts";
import { sendItem, type Sending } from "./send-item.ts";
import { visibleTo } from "./visibility.ts";

export interface SendingSeveral extends Omit<Sending, "itemId" | "kind"> {
  readonly itemIds: readonly string[];
}

/** What came of one item of a batch. */
export interface SendingResult {
  readonly itemId: string;
  readonly number: string;
  readonly isSent: boolean;
  /** Why it was not sent. */
  readonly refusal?: { readonly words: string; readonly gaps: Gaps };
}

/** Sends several items to one post; each has its own result. */
export function sendSeveral(
  actor: Actor,
  { itemIds, ...sending }: SendingSeveral,
): Promise<SendingResult[]> {
  return transaction(async () => {
    const items = await findSeveral(actor, itemIds);
    if (new Set(items.map(({ nature }) => nature)).size > 1) {
      throw invalid("ids", "Physical and electronic items are sent separately.");
    }
    if (sending.toPostId === actor.postId) {
      throw invalid("toPostId", "This is your own post. Choose another.");
    }
    for (const postId of [sending.toPostId, ...(sending.copyPostIds ?? [])]) {
      await findPost(postId, postId === sending.toPostId ? "toPostId" : "copyPostIds");
    }
    const results: SendingResult[] = [];
    for (const { id, number } of items) {
      results.push({ itemId: id, number, ...(await attempt(actor, { ...sending, itemId: id })) });
    }
    return results;
  });
}

interface Chosen {
  readonly id: string;
  readonly number: string;
  readonly nature: string;
}

/** Those of the items that the actor may see, in the order in which they are locked. */
export async function findSeveral(actor: Actor, ids: readonly string[]): Promise<Chosen[]> {
  const found = await rows<Chosen>(
    `select i.id, i.number, i.nature from items i
     where i.id = any($ids::uuid[]) and ${visibleTo("i")} order by i.id`,
    { ids, ...viewer(actor) },
  );
  if (found.length === 0) {
    throw invalid("ids", "Choose at least one item.");
  }
  return found;
}

async function attempt(
  actor: Actor,
  sending: Sending,
): Promise<Pick<SendingResult, "isSent" | "refusal">> {
  await execute("savepoint one_of_several");
  try {
    await sendItem(actor, sending);
    await execute("release savepoint one_of_several");
    return { isSent: true };
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    await execute("rollback to savepoint one_of_several");
    const { words, gaps } = error.fields[0] ?? { words: error.message, gaps: error.gaps };
    return { isSent: false, refusal: { words, gaps: gaps ?? {} } };
  }
}
