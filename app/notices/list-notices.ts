import { rows, type Actor } from "../base/index.ts";
import type { NoticeGap } from "./notify.ts";

export interface Notice {
  readonly id: string;
  readonly itemId: string | null;
  readonly words: string;
  readonly gaps: Readonly<Record<string, NoticeGap>>;
  readonly at: Date;
  readonly readAt: Date | null;
}

export const noticesOnPage = 50;

/** What the acting post was told, newest first; one more than a page, to know whether there are older ones. */
export function listNotices(actor: Actor, before: string | undefined): Promise<Notice[]> {
  return rows<Notice>(
    `select id, item_id as "itemId", words, gaps, at, read_at as "readAt" from notices
     where post_id = $post and ($before::uuid is null
       or (at, id) < (select at, id from notices where id = $before::uuid and post_id = $post))
     order by at desc, id desc limit $limit`,
    { post: actor.postId, before: before ?? null, limit: noticesOnPage + 1 },
  );
}
