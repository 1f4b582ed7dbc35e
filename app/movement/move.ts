/**
 * INVARIANTS
 * 1. Holder and movement change in one statement, inside the transaction that locked the item.
 * 2. `sequence` counts an item's movements from 1 without gap: two hands cannot both write the next one.
 */
import { v7 as newId } from "uuid";
import { markOf, now, record, row, type Actor } from "../base/index.ts";
import { keepPostOpen } from "../organisation/index.ts";
import type { Item, ItemState, Priority } from "./item.ts";

export type MovementKind =
  | "created"
  | "sent"
  | "returned"
  | "replied"
  | "pulled-back"
  | "parked"
  | "unparked"
  | "closed"
  | "reopened"
  | "attached"
  | "detached"
  | "transferred"
  | "deleted";

export interface Step {
  readonly kind: MovementKind;
  /** The desk it lies on afterwards; null when it goes inside another item. */
  readonly toPostId: string | null;
  /** Who sits there now; the actor himself unless it goes to another. */
  readonly toEmployeeId?: string | null | undefined;
  readonly state: ItemState;
  readonly actionAsked?: string | null | undefined;
  readonly remarks?: string | null | undefined;
  readonly priority?: Priority | undefined;
  readonly dueOn?: string | null | undefined;
  readonly parkedUntil?: string | null | undefined;
  readonly parentId?: string | null | undefined;
}

const arrivals = new Set<MovementKind>(["sent", "returned", "replied", "transferred"]);

/** Writes one movement of a locked item and the item's new place; returns the movement's id. */
export async function move(actor: Actor, item: Item, step: Step): Promise<string> {
  const movement = movementOf(actor, item, step);
  const arrives = arrivals.has(step.kind);
  if (arrives && step.toPostId !== null) {
    await keepPostOpen(step.toPostId);
  }
  await row(statement, {
    ...movement,
    mark: markOf("movements", movement),
    state: step.state,
    parkedUntil: step.parkedUntil ?? null,
    parent: step.parentId ?? null,
    arrives,
    staysRead: !arrives,
  });
  await record(actor, `item.${step.kind}`, {
    subject: { type: "item", id: item.id, itemId: item.id },
    detail: {
      kind: item.kind,
      number: item.number,
      movementId: movement.id,
      sequence: movement.sequence,
      from: item.holderPostId,
      to: step.toPostId,
    },
  });
  return movement.id;
}

function movementOf(actor: Actor, item: Item, step: Step) {
  const toOther = step.toPostId !== actor.postId;
  return {
    id: newId(),
    item_id: item.id,
    sequence: item.movements + 1,
    kind: step.kind,
    from_post_id: actor.postId,
    from_employee_id: actor.employeeId,
    on_behalf_of_id: actor.onBehalfOfId,
    to_post_id: step.toPostId,
    to_employee_id: step.toEmployeeId ?? (toOther ? null : actor.employeeId),
    at: now(),
    action_asked: step.actionAsked ?? null,
    remarks: step.remarks ?? null,
    priority: step.priority ?? item.priority,
    due_on: step.dueOn === undefined ? item.dueOn : step.dueOn,
  };
}

/** Who sent it and what he asks; what is pulled back is again as it came before, or came from nobody. */
const news = `
  select $from_post_id::uuid, $action_asked::text, $remarks::text where $arrives
  union all (
    select earlier.from_post_id, earlier.action_asked, earlier.remarks from movements earlier
    where $kind = 'pulled-back' and earlier.item_id = $item_id and earlier.to_post_id = $to_post_id::uuid
      and earlier.kind in ('sent', 'returned', 'replied', 'transferred')
    order by earlier.sequence desc limit 1)
  union all
  select items.from_post_id, items.action_asked, items.remarks
  where not $arrives and $kind <> 'pulled-back'`;

const statement = `
  with movement as (
    insert into movements (id, item_id, sequence, kind, from_post_id, from_employee_id, on_behalf_of_id,
      to_post_id, to_employee_id, at, action_asked, remarks, priority, due_on, mark)
    values ($id, $item_id, $sequence, $kind, $from_post_id, $from_employee_id, $on_behalf_of_id,
      $to_post_id::uuid, $to_employee_id, $at, $action_asked, $remarks, $priority, $due_on, $mark)
  )
  update items set
    holder_post_id = $to_post_id::uuid, state = $state, parent_id = $parent::uuid, movements = $sequence,
    arrived_at = case when $arrives or $kind = 'pulled-back' then $at else arrived_at end,
    opened_at = case when $staysRead then coalesce(opened_at, $at) end,
    (from_post_id, action_asked, remarks) = (${news}),
    priority = $priority, due_on = $due_on, parked_until = $parkedUntil,
    closed_at = case when $state = 'closed' then $at::timestamptz end
  where id = $item_id`;
