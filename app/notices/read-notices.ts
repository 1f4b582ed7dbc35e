import { execute, notFound, now, record, row, transaction, type Actor } from "../base/index.ts";

/** Marks one notice of the acting post read; answers the item it leads to. */
export function readNotice(actor: Actor, noticeId: string): Promise<string | null> {
  return transaction(async () => {
    const notice = await row<{ itemId: string | null; isRead: boolean }>(
      `select item_id as "itemId", read_at is not null as "isRead" from notices
       where id = $notice and post_id = $post for update`,
      { notice: noticeId, post: actor.postId },
    );
    if (!notice) {
      throw notFound();
    }
    if (!notice.isRead) {
      await execute("update notices set read_at = $at where id = $notice", {
        notice: noticeId,
        at: now(),
      });
      await record(actor, "notices.read", { subject: { type: "notice", id: noticeId } });
    }
    return notice.itemId;
  });
}

/** Marks everything the acting post was told read. */
export function readAllNotices(actor: Actor): Promise<void> {
  return transaction(async () => {
    await execute("update notices set read_at = $at where post_id = $post and read_at is null", {
      post: actor.postId,
      at: now(),
    });
    await record(actor, "notices.all-read", { subject: { type: "post", id: actor.postId } });
  });
}
