import { conflict, notFound, record, row, transaction, type Actor } from "../base/index.ts";
import { itemPolicy, lockItem } from "../movement/index.ts";

/** Makes the yellow note that one's predecessor left one's own, to be changed and signed. */
export function takeOverDraft(actor: Actor, fileId: string): Promise<void> {
  return transaction(async () => {
    const item = await lockItem(actor, fileId);
    if (!itemPolicy.can(actor, "work", item)) {
      throw conflict("{number} is not on your desk any more.", { number: item.number });
    }
    const taken = await row<{ employeeId: string }>(
      `update note_drafts d set employee_id = $employee, revision = d.revision + 1
       from note_drafts before
       where d.file_id = $fileId and d.post_id = $post
         and before.file_id = d.file_id and before.post_id = d.post_id
       returning before.employee_id as "employeeId"`,
      { fileId, post: actor.postId, employee: actor.employeeId },
    );
    if (!taken) {
      throw notFound();
    }
    await record(actor, "note.draft-taken-over", {
      subject: { type: "file", id: item.id, itemId: item.id },
      detail: { number: item.number, from: taken.employeeId },
    });
  });
}
