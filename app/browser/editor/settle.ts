import { fill, timeOf } from "./fill.ts";
import { forgetText } from "./kept-text.ts";
import { offerChoice } from "./offer-choice.ts";
import type { Outcome } from "./put-text.ts";
import { isUnsaved, keep, schedule, soon, tell, warn } from "./saving.ts";
import type { Saving } from "./saving.ts";

const longestPause = 30_000;

/** Draws the consequence of a save; true when the server now holds everything. */
export function settle(saving: Saving, outcome: Outcome, sent: number): boolean {
  const { words } = saving.field;
  switch (outcome.kind) {
    case "saved":
      return acknowledge(saving, outcome, sent);
    case "conflict":
      saving.isStopped = true;
      offerChoice(saving);
      return false;
    case "refused":
      warn(saving, fill(words.refused, { reason: outcome.reason }));
      return false;
    case "signed out":
      warn(saving, words.signedOut, [{ label: words.signIn, act: "/" }]);
      tryLater(saving);
      return false;
    case "offline":
      warn(saving, saving.isKept ? words.offline : words.unkept);
      tryLater(saving);
      return false;
  }
}

function acknowledge(
  saving: Saving,
  { revision, savedAt }: Extract<Outcome, { kind: "saved" }>,
  sent: number,
): boolean {
  Object.assign(saving, { revision, acknowledged: sent, pause: soon, unanswered: [] });
  tell(saving, fill(saving.field.words.saved, { time: timeOf(savedAt) }));
  if (isUnsaved(saving)) {
    keep(saving);
    schedule(saving, soon);
    return false;
  }
  forgetText(saving.url);
  return true;
}

function tryLater(saving: Saving): void {
  saving.pause = Math.min(saving.pause * 2, longestPause);
  schedule(saving, saving.pause);
}
