import { row, type Actor, type BilingualName } from "../base/index.ts";
import type { WrittenDocument } from "../writing/index.ts";

/** The yellow note of one post on one file, seen by nobody else. */
export interface NoteDraft {
  readonly body: WrittenDocument;
  readonly revision: number;
  readonly updatedAt: Date;
  /** Who wrote it; somebody else than the reader after the post changed hands. */
  readonly author: BilingualName;
  readonly isOwn: boolean;
}

export function findDraft(actor: Actor, fileId: string): Promise<NoteDraft | undefined> {
  return row<NoteDraft>(
    `select ${columns} from note_drafts d join employees e on e.id = d.employee_id
     where d.file_id = $fileId and d.post_id = $post`,
    { fileId, post: actor.postId, employee: actor.employeeId },
  );
}

/** Takes the yellow note off the file; if the transaction is refused, it lies there as before. */
export function takeDraft(actor: Actor, fileId: string): Promise<NoteDraft | undefined> {
  return row<NoteDraft>(
    `delete from note_drafts d using employees e
     where d.file_id = $fileId and d.post_id = $post and e.id = d.employee_id returning ${columns}`,
    { fileId, post: actor.postId, employee: actor.employeeId },
  );
}

const columns = `
  d.body, d.revision, d.updated_at as "updatedAt", d.employee_id = $employee::uuid as "isOwn",
  json_build_object('nameEn', e.name_en, 'nameHi', e.name_hi) as author`;
