import { conflict, forbidden, words, type Actor } from "../base/index.ts";
import { itemPolicy } from "../movement/index.ts";
import { draftPolicy, type DraftAction, type DraftOnItem } from "./policy.ts";
import type { DraftState } from "./choices.ts";

/** Refuses with the reason a person can act on: where it lies, in what state it is, or the missing right. */
export function refuseUnless(actor: Actor, action: DraftAction, subject: DraftOnItem): void {
  if (draftPolicy.can(actor, action, subject)) {
    return;
  }
  const { draft, item } = subject;
  if (!itemPolicy.can(actor, "work", item)) {
    throw conflict("{number} does not lie on your desk, so its drafts cannot be worked on.", {
      number: item.number,
    });
  }
  const state = stateSentences[draft.state];
  throw state && !fits(action, draft.state) ? conflict(state) : forbidden(missing[action]);
}

function fits(action: DraftAction, state: DraftState): boolean {
  return (
    (action === "approve" && state === "draft") ||
    (action === "sign" && state === "approved") ||
    state === expected[action]
  );
}

const expected: Readonly<Record<DraftAction, DraftState>> = {
  change: "draft",
  approve: "draft",
  sign: "approved",
  print: "approved",
  scan: "awaiting-scan",
  drop: "draft",
};

const stateSentences: Readonly<Record<DraftState, string>> = {
  draft: words("The draft is not approved. Have it approved first."),
  approved: words("The draft is approved already."),
  "awaiting-scan": words(
    "The letter is printed and waits for its signed scan. Cancel the print to work on it.",
  ),
  issued: words("The letter is issued and is not changed any more. Draft a corrigendum."),
  dropped: words("The draft was dropped."),
};

const missing: Partial<Readonly<Record<DraftAction, string>>> = {
  approve: words("Your post does not have the right to approve drafts."),
  sign: words("Your post does not have the right to sign letters."),
};
