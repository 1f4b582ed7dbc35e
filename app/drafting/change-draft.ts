import { execute, transaction, type Actor } from "../base/index.ts";
import { lockDraft, refuseOther } from "./draft.ts";
import { ChangeDraft, type ChangeDraftInput } from "./input.ts";
import { refuseUnless } from "./refuse-unless.ts";
import { resolveLetter } from "./resolve-letter.ts";
import { writeVersion } from "./write-version.ts";

export interface ChangedDraft {
  readonly id: string;
  readonly version: number;
}

/** Saves what was entered as the next version. Any change takes away the approval. */
export function changeDraft(actor: Actor, given: ChangeDraftInput): Promise<ChangedDraft> {
  return saveVersion(actor, ChangeDraft.parse(given));
}

/** The same for entries that a route has read already. */
export function saveVersion(
  actor: Actor,
  { id, version, ...entries }: ReturnType<typeof ChangeDraft.parse>,
): Promise<ChangedDraft> {
  return transaction(async () => {
    const { draft, item } = await lockDraft(actor, id);
    refuseUnless(actor, "change", { draft, item });
    refuseOther(draft, version);
    const written = await writeVersion(actor, draft, await resolveLetter(entries));
    await execute("delete from draft_edits where draft_id = $id and post_id = $post", {
      id,
      post: actor.postId,
    });
    return { id, version: written };
  });
}
