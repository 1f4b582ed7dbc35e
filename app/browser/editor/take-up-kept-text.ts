import { readDocument } from "./create-state.ts";
import { fill, timeOf } from "./fill.ts";
import { discardText, readKeptText } from "./kept-text.ts";
import { replaceText } from "./replace-text.ts";
import { tell, warn } from "./saving.ts";
import type { Saving } from "./saving.ts";

/**
 * Brings back the text an earlier visit could not save. Where the server's text has changed since, the
 * writer is asked first.
 */
export function takeUpKeptText(saving: Saving): void {
  const { field, revision, url, view } = saving;
  const kept = readKeptText(url);
  const doc = readDocument(kept?.document);
  if (!kept || !doc || doc.eq(view.state.doc)) {
    discardText(url);
    return;
  }
  const time = timeOf(kept.at);
  const bringBack = () => {
    replaceText(view, doc);
    saving.changed();
    tell(saving, fill(field.words.restored, { time }));
  };
  if (kept.revision === revision) {
    bringBack();
    return;
  }
  const discard = () => {
    discardText(url);
    tell(saving, "");
  };
  warn(saving, fill(field.words.found, { time }), [
    { label: field.words.bringBack, act: bringBack },
    { label: field.words.discard, act: discard },
  ]);
}
