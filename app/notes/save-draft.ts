/**
 * INVARIANT: a yellow note is never overwritten by an older window. Whoever saves says which revision he saw.
 */
import { conflict, execute, now, row, transaction, type Actor } from "../base/index.ts";
import { itemPolicy, lockItem } from "../movement/index.ts";
import type { CheckedDocument } from "../writing/index.ts";

export interface DraftSaving {
  readonly fileId: string;
  readonly body: CheckedDocument;
  /** The revision the writer's window was showing; 0 for a first draft. */
  readonly revision: number;
}

export interface SavedDraft {
  readonly revision: number;
  readonly savedAt: Date;
}

/** Keeps the yellow note as it stands. Private and changeable, so no event tells of it. */
export function saveDraft(actor: Actor, saving: DraftSaving): Promise<SavedDraft> {
  return transaction(async () => {
    const item = await lockItem(actor, saving.fileId);
    if (item.kind !== "file" || !itemPolicy.can(actor, "work", item)) {
      throw conflict("{number} is not on your desk any more. Your text is kept on this computer.", {
        number: item.number,
      });
    }
    const savedAt = now();
    const saved = await row<{ revision: number }>(statement, {
      fileId: saving.fileId,
      post: actor.postId,
      employee: actor.employeeId,
      body: JSON.stringify(saving.body.document),
      text: saving.body.plainText,
      revision: saving.revision,
      savedAt,
    });
    if (!saved) {
      throw conflict("Another window has saved this note later. Load the page again to see it.");
    }
    return { revision: saved.revision, savedAt };
  });
}

/** Throws the yellow note away. */
export async function discardDraft(actor: Actor, fileId: string): Promise<void> {
  await execute("delete from note_drafts where file_id = $fileId and post_id = $post", {
    fileId,
    post: actor.postId,
  });
}

const statement = `
  insert into note_drafts as d (file_id, post_id, employee_id, body, body_text, revision, updated_at)
  values ($fileId, $post, $employee, $body, $text, 1, $savedAt)
  on conflict (file_id, post_id) do update
    set body = excluded.body, body_text = excluded.body_text, employee_id = excluded.employee_id,
      revision = d.revision + 1, updated_at = excluded.updated_at
    where d.revision = $revision
  returning revision`;
