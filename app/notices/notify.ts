import { v7 as newId } from "uuid";
import { execute, type BilingualName } from "../base/index.ts";

/** A gap in a notice: a word as it is, or a name in both scripts. */
export type NoticeGap = string | number | BilingualName;

export interface NewNotice {
  /** The event that is its cause: a post is told of one event once. */
  readonly eventId: string;
  readonly postId: string;
  readonly itemId?: string | null;
  /** The English sentence that is the key of its translation. */
  readonly words: string;
  readonly gaps: Readonly<Record<string, NoticeGap>>;
  readonly at: Date;
}

/** Tells a post something, exactly once for each event. */
export async function notify(notice: NewNotice): Promise<void> {
  await execute(
    `insert into notices (id, event_id, post_id, item_id, words, gaps, at)
     values ($id, $eventId, $postId, $itemId, $words, $gaps, $at)
     on conflict (event_id, post_id) do nothing`,
    { ...notice, id: newId(), itemId: notice.itemId ?? null, gaps: JSON.stringify(notice.gaps) },
  );
}
