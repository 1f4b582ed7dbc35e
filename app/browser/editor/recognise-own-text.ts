import { readDocument } from "./create-state.ts";
import { fetchLaterText } from "./page-again.ts";
import { spelling } from "./saving.ts";
import type { Saving } from "./saving.ts";

/**
 * A save whose answer was lost on the way, or that the browser itself sent twice, meets itself as a
 * "later" text. Then there is no conflict: the next save builds on it. True when that was so.
 */
export async function recogniseOwnText(saving: Saving, justSent: string): Promise<boolean> {
  const later = await fetchLaterText(saving.url);
  const doc = readDocument(later?.document);
  const mine = [...saving.unanswered, justSent];
  if (!later || !doc || later.revision === saving.revision || !mine.includes(spelling(doc))) {
    return false;
  }
  saving.revision = later.revision;
  saving.unanswered = [];
  return true;
}
