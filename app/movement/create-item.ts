import { v7 as newId } from "uuid";
import { refuseUnlessOrdered } from "../access/index.ts";
import { now, row, transaction, type Actor } from "../base/index.ts";
import { itemColumns, type Classification, type Item, type Nature, type Priority } from "./item.ts";
import { move } from "./move.ts";

export interface NewItem {
  readonly kind: string;
  readonly number: string;
  readonly subject: string;
  readonly unitId: string;
  readonly nature: Nature;
  readonly classification?: Classification;
  readonly priority?: Priority;
  readonly dueOn?: string | null;
}

/** Puts a new item on the actor's own desk, in *Created*. */
export function createItem(actor: Actor, item: NewItem): Promise<Item> {
  return transaction(async () => {
    await refuseUnlessOrdered(item.classification ?? "normal");
    const created = await row<Item>(statement, {
      id: newId(),
      kind: item.kind,
      number: item.number,
      subject: item.subject,
      unit: item.unitId,
      nature: item.nature,
      classification: item.classification ?? "normal",
      priority: item.priority ?? "ordinary",
      dueOn: item.dueOn ?? null,
      post: actor.postId,
      at: now(),
    });
    if (!created) {
      throw new Error("The new item was not returned");
    }
    await move(actor, created, { kind: "created", toPostId: actor.postId, state: "created" });
    return { ...created, movements: 1 };
  });
}

const statement = `
  insert into items as i (id, kind, number, subject, unit_id, nature, classification, priority, state,
    holder_post_id, arrived_at, opened_at, due_on, created_by_post_id, created_at)
  values ($id, $kind, $number, $subject, $unit, $nature, $classification, $priority, 'created',
    $post, $at, $at, $dueOn, $post, $at)
  returning ${itemColumns}`;
