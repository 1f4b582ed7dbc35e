import { conflict, language, row, transaction, type Actor } from "../base/index.ts";
import {
  lockItem,
  refuseUnlessSendable,
  sendItem,
  type Sending,
  type Sent,
} from "../movement/index.ts";
import { isEmpty } from "../writing/index.ts";
import { findDraft } from "./draft.ts";
import { discardDraft } from "./save-draft.ts";
import { agreement, writeGreen } from "./sign-note.ts";

/** One tap: agrees with the note before and sends the file on, in one step. */
export function agreeAndSend(actor: Actor, sending: Sending): Promise<Sent> {
  return transaction(async () => {
    const item = await lockItem(actor, sending.itemId);
    refuseUnlessSendable(actor, item);
    await refuseUnlessPlain(actor, item.id);
    await discardDraft(actor, item.id);
    await writeGreen(actor, item, { written: agreement(language()), agrees: true });
    return sendItem(actor, sending);
  });
}

/** Words of one's own are not thrown away, and agreement needs something to agree with. */
async function refuseUnlessPlain(actor: Actor, fileId: string): Promise<void> {
  const draft = await findDraft(actor, fileId);
  if (draft && !isEmpty(draft.body)) {
    throw conflict("You have begun a note of your own. Send that, or empty it first.");
  }
  const last = await row<{ id: string }>("select id from notes where file_id = $fileId limit 1", {
    fileId,
  });
  if (!last) {
    throw conflict("There is no note on this file yet to agree with.");
  }
}
