import { language, transaction, type Actor } from "../base/index.ts";
import { lockItem, sendItem, type Sending, type Sent } from "../movement/index.ts";
import { discardDraft } from "./save-draft.ts";
import { agreement, writeGreen } from "./sign-note.ts";

/** One tap: agrees with the note before and sends the file on, in one step. */
export function agreeAndSend(actor: Actor, sending: Sending): Promise<Sent> {
  return transaction(async () => {
    const item = await lockItem(actor, sending.itemId);
    await discardDraft(actor, item.id);
    const sent = await sendItem(actor, sending);
    await writeGreen(actor, item, { written: agreement(language()), agrees: true });
    return sent;
  });
}
