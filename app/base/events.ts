/**
 * INVARIANTS
 * 1. `record` runs inside the transaction of the change it tells of: both stand or neither does.
 * 2. Each listener of an action gets one row in `deliveries` in the same statement; that row is the outbox.
 */
import { v7 as newId } from "uuid";
import { now } from "./clock.ts";
import { afterCommit, execute, inTransaction } from "./database.ts";
import { markOf } from "./mark.ts";
import { itemsMoved } from "./metrics.ts";
import type { Actor } from "./policy.ts";

export interface Subject {
  /** The kind of thing, in the module's word: "item", "employee", "draft". */
  readonly type: string;
  readonly id: string;
  /** The item whose history shows this event. */
  readonly itemId?: string;
}

const listeners = new Map<string, string[]>();

/** Says that the job named here wants every event of this action. */
export function subscribe(action: string, job: string): void {
  listeners.set(action, [...(listeners.get(action) ?? []), job]);
}

/** Writes who did what, as which post, on whose behalf and from where. `detail` holds no secrets. */
export async function record(
  actor: Actor,
  action: string,
  about: { readonly subject: Subject; readonly detail?: Readonly<Record<string, unknown>> },
): Promise<string> {
  if (!inTransaction()) {
    throw new Error(`The event ${action} must be recorded inside the transaction of its change`);
  }
  const event = {
    id: newId(),
    at: now(),
    action,
    account_id: actor.accountId,
    employee_id: actor.employeeId,
    post_id: actor.postId || null,
    on_behalf_of_id: actor.onBehalfOfId,
    session_id: actor.sessionId,
    address: actor.address,
    request_id: actor.requestId,
    subject_type: about.subject.type,
    subject_id: about.subject.id,
    item_id: about.subject.itemId ?? null,
    detail: about.detail ?? {},
  };
  await execute(statement, {
    ...event,
    detail: JSON.stringify(event.detail),
    mark: markOf("events", event),
    jobs: listeners.get(action) ?? [],
  });
  if (action.startsWith("item.")) {
    await afterCommit(() => itemsMoved.inc({ action }));
  }
  return event.id;
}

const statement = `
  with event as (
    insert into events (id, at, action, account_id, employee_id, post_id, on_behalf_of_id, session_id,
      address, request_id, subject_type, subject_id, item_id, detail, mark)
    values ($id, $at, $action, $account_id, $employee_id, $post_id, $on_behalf_of_id, $session_id,
      $address, $request_id, $subject_type, $subject_id, $item_id, $detail, $mark)
    returning id
  )
  insert into deliveries (event_id, job) select event.id, job from event, unnest($jobs::text[]) as job`;
