/**
 * INVARIANTS
 * 1. A working copy is of one post and of one version; it is never overwritten by an older window.
 * 2. When the item leaves the desk it becomes a version, so that nothing a superior wrote is lost.
 */
import { conflict, execute, now, row, transaction, type Actor } from "../base/index.ts";
import { beforeLeaving, type Departure } from "../movement/index.ts";
import type { CheckedDocument, WrittenDocument } from "../writing/index.ts";
import { draftsOf, isLive, lockDraft, type Draft } from "./draft.ts";
import { refuseUnless } from "./refuse-unless.ts";
import { letterAt } from "./version.ts";
import { writeVersion } from "./write-version.ts";

/** The body as one post has it on the screen, before it is saved as a version. */
export interface WorkingCopy {
  readonly version: number;
  readonly body: WrittenDocument;
  readonly revision: number;
  readonly updatedAt: Date;
}

export interface KeptBody {
  readonly revision: number;
  readonly savedAt: Date;
}

export function findWorkingCopy(actor: Actor, draftId: string): Promise<WorkingCopy | undefined> {
  return row<WorkingCopy>(
    `select version, body, revision, updated_at as "updatedAt" from draft_edits
     where draft_id = $draftId and post_id = $post`,
    { draftId, post: actor.postId },
  );
}

/** Keeps the body as it stands on the screen. It is the writer's own, so no event tells of it. */
export function keepBody(
  actor: Actor,
  given: { readonly id: string; readonly body: CheckedDocument; readonly revision: number },
): Promise<KeptBody> {
  return transaction(async () => {
    const { draft, item } = await lockDraft(actor, given.id);
    refuseUnless(actor, "change", { draft, item });
    const savedAt = now();
    const kept = await row<{ revision: number }>(statement, {
      draft: draft.id,
      post: actor.postId,
      employee: actor.employeeId,
      version: draft.version,
      body: JSON.stringify(given.body.document),
      revision: given.revision,
      savedAt,
    });
    if (!kept) {
      throw conflict("Another window has saved this draft later. Load the page again to see it.");
    }
    return { revision: kept.revision, savedAt };
  });
}

/** Makes versions of what the leaving post has not saved. */
async function keepOnLeaving({ actor, item }: Departure): Promise<void> {
  for (const { id, state } of await draftsOf(item.id)) {
    const copy = await findWorkingCopy(actor, id);
    if (copy && (state === "draft" || state === "approved")) {
      const { draft } = await lockDraft(actor, id);
      await promote(actor, draft, copy);
    }
  }
}

async function promote(actor: Actor, draft: Draft, copy: WorkingCopy): Promise<void> {
  if (isLive(draft) && copy.version === draft.version) {
    const letter = await letterAt(draft.id, draft.version);
    await writeVersion(actor, draft, { ...letter, body: copy.body });
  }
  await forgetWorkingCopies(draft.id, actor.postId);
}

/** Of one post, or of all when the letter is out. */
export async function forgetWorkingCopies(draftId: string, postId?: string): Promise<void> {
  await execute(
    "delete from draft_edits where draft_id = $draftId and post_id = coalesce($post::uuid, post_id)",
    { draftId, post: postId ?? null },
  );
}

for (const kind of ["file", "receipt"]) {
  beforeLeaving(kind, keepOnLeaving);
}

const statement = `
  insert into draft_edits as d (draft_id, post_id, employee_id, version, body, revision, updated_at)
  values ($draft, $post, $employee, $version, $body, 1, $savedAt)
  on conflict (draft_id, post_id) do update
    set body = excluded.body, employee_id = excluded.employee_id, version = excluded.version,
      revision = d.revision + 1, updated_at = excluded.updated_at
    where d.revision = $revision
  returning revision`;
