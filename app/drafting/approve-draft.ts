import { change, conflict, now, record, transaction, type Actor } from "../base/index.ts";
import { isSameText } from "../writing/index.ts";
import { checkComplete } from "./check-complete.ts";
import { lockDraft, refuseOther } from "./draft.ts";
import { refuseUnless } from "./refuse-unless.ts";
import { checkRank, namedSignatory } from "./signatory.ts";
import { letterAt } from "./version.ts";
import { findWorkingCopy } from "./working-copy.ts";

/** Approves the version that was on the screen. Whoever edits it afterwards takes the approval away. */
export function approveDraft(
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> {
  return transaction(async () => {
    const { draft, item } = await lockDraft(actor, id);
    refuseUnless(actor, "approve", { draft, item });
    refuseOther(draft, version);
    const letter = await letterAt(id, version);
    const copy = await findWorkingCopy(actor, id);
    if (copy && copy.version === version && !isSameText(letter.body, copy.body)) {
      throw conflict("You have changed the text and not saved it. Save it before you approve.");
    }
    checkComplete(letter);
    const { post } = await namedSignatory(letter.signatoryPostId ?? "");
    await checkRank(actor, { draft, letter, post });
    await change(
      "drafts",
      { id },
      {
        state: "approved",
        approvedVersion: version,
        approvedByPostId: actor.postId,
        approvedById: actor.employeeId,
        approvedAt: now(),
      },
    );
    await record(actor, "draft.approved", {
      subject: { type: "draft", id, itemId: item.id },
      detail: { version, number: item.number },
    });
  });
}
