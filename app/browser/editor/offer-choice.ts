import { readDocument } from "./create-state.ts";
import { discardText } from "./kept-text.ts";
import { fetchLaterText } from "./page-again.ts";
import { replaceText } from "./replace-text.ts";
import { tell, warn } from "./saving.ts";
import type { Saving } from "./saving.ts";

/** Another window saved later: the writer says which text is to stand. */
export function offerChoice(saving: Saving): void {
  const { words } = saving.field;
  warn(saving, words.conflict, [
    { label: words.keepMine, act: () => void choose(saving, "mine") },
    { label: words.showLater, act: () => void choose(saving, "later") },
  ]);
}

async function choose(saving: Saving, text: "mine" | "later"): Promise<void> {
  const later = await fetchLaterText(saving.url);
  const doc = readDocument(later?.document);
  if (!later || !doc) {
    warn(saving, saving.field.words.offline);
    setTimeout(offerChoice, 3000, saving);
    return;
  }
  saving.isStopped = false;
  saving.revision = later.revision;
  if (text === "mine") {
    await saving.flush();
    return;
  }
  replaceText(saving.view, doc);
  clearTimeout(saving.timer);
  clearTimeout(saving.keeping);
  Object.assign(saving, { acknowledged: saving.changes, timer: undefined, keeping: undefined });
  discardText(saving.url);
  tell(saving, saving.field.words.laterShown);
}
