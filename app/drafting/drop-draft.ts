import { change, conflict, record, transaction, words, type Actor } from "../base/index.ts";
import { beforeClosing, type Departure } from "../movement/index.ts";
import { draftsOf, isLive, lockDraft } from "./draft.ts";
import { refuseUnless } from "./refuse-unless.ts";
import { forgetWorkingCopies } from "./working-copy.ts";
import { noApproval } from "./write-version.ts";

/** Gives a draft up. Its versions stay to be read. */
export function dropDraft(
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  return transaction(async () => {
    const { draft, item } = await lockDraft(actor, id);
    refuseUnless(actor, "drop", { draft, item });
    await change("drafts", { id }, { ...noApproval, state: "dropped" });
    await forgetWorkingCopies(id);
    await record(actor, "draft.dropped", {
      subject: { type: "draft", id, itemId: item.id },
      detail: { version: draft.version, reason },
    });
  });
}

/** Nothing is closed over a letter that was meant to go out. */
async function refuseWhileLive({ item }: Departure): Promise<void> {
  if ((await draftsOf(item.id)).some(isLive)) {
    throw conflict(words("There is a draft in {number} that is not issued. Issue it or drop it."), {
      number: item.number,
    });
  }
}

for (const kind of ["file", "receipt"]) {
  beforeClosing(kind, refuseWhileLive);
}
