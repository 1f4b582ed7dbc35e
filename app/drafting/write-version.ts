/**
 * INVARIANTS
 * 1. A version is written once; the draft's own columns repeat what lists need of the last one.
 * 2. Whoever writes a version takes away the approval of the one before.
 */
import { isDeepStrictEqual } from "node:util";
import { change, insert, now, record, type Actor } from "../base/index.ts";
import type { Draft } from "./draft.ts";
import type { DraftedLetter } from "./drafted-letter.ts";
import { letterAt } from "./version.ts";

/** The columns of a draft that follow its last version. */
export function projectionOf(letter: DraftedLetter) {
  const { form, language, subject, signatoryPostId } = letter;
  return { form, language, subject, signatoryPostId: signatoryPostId ?? null };
}

export async function insertVersion(
  actor: Actor,
  { draftId, version, letter }: { draftId: string; version: number; letter: DraftedLetter },
): Promise<void> {
  await insert("draft_versions", {
    draftId,
    version,
    letter,
    postId: actor.postId,
    employeeId: actor.employeeId,
    at: now(),
  });
}

/** Writes the next version of a locked draft, unless it says what the last one says; answers the version. */
export async function writeVersion(
  actor: Actor,
  draft: Draft,
  letter: DraftedLetter,
): Promise<number> {
  const before = await letterAt(draft.id, draft.version);
  if (changedFields(before, letter).length === 0) {
    return draft.version;
  }
  const version = draft.version + 1;
  await insertVersion(actor, { draftId: draft.id, version, letter });
  await change(
    "drafts",
    { id: draft.id },
    {
      ...projectionOf(letter),
      ...noApproval,
      state: "draft",
      version,
    },
  );
  await record(actor, "draft.changed", {
    subject: { type: "draft", id: draft.id, itemId: draft.itemId },
    detail: {
      version,
      fields: changedFields(before, letter),
      approvalVoided: draft.state === "approved",
    },
  });
  return version;
}

export const noApproval = {
  approvedVersion: null,
  approvedByPostId: null,
  approvedById: null,
  approvedAt: null,
} as const;

function changedFields(before: DraftedLetter, after: DraftedLetter): string[] {
  const [old, fresh] = [entriesOf(before), entriesOf(after)];
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return names.filter((name) => !isDeepStrictEqual(old.get(name), fresh.get(name)));
}

/** As the database gives it back, so that both are alike. */
function entriesOf(letter: DraftedLetter): Map<string, unknown> {
  return new Map(Object.entries(JSON.parse(JSON.stringify(letter)) as object));
}
