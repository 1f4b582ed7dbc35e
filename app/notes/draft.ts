import { row, type Actor } from "../base/index.ts";
import type { WrittenDocument } from "../writing/index.ts";

/** The yellow note of one post on one file, seen by nobody else. */
export interface NoteDraft {
  readonly body: WrittenDocument;
  readonly revision: number;
  readonly updatedAt: Date;
}

export function findDraft(actor: Actor, fileId: string): Promise<NoteDraft | undefined> {
  return row<NoteDraft>(
    `select body, revision, updated_at as "updatedAt" from note_drafts
     where file_id = $fileId and post_id = $post`,
    { fileId, post: actor.postId },
  );
}

/** Takes the yellow note off the file; if the transaction is refused, it lies there as before. */
export function takeDraft(
  actor: Actor,
  fileId: string,
): Promise<Pick<NoteDraft, "body"> | undefined> {
  return row("delete from note_drafts where file_id = $fileId and post_id = $post returning body", {
    fileId,
    post: actor.postId,
  });
}
