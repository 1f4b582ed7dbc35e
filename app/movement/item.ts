import { notFound, row, type Actor } from "../base/index.ts";
import { visibleTo } from "./visibility.ts";

export const priorities = ["ordinary", "priority", "immediate", "top"] as const;
export type Priority = (typeof priorities)[number];

export const classifications = ["normal", "confidential"] as const;
export type Classification = (typeof classifications)[number];

export type Nature = "electronic" | "physical";
export type ItemState = "created" | "moving" | "parked" | "closed" | "attached" | "deleted";

/** Anything that lies on a desk and moves, as it is now. */
export interface Item {
  readonly id: string;
  readonly computerNumber: number;
  readonly kind: string;
  readonly number: string;
  readonly subject: string;
  readonly unitId: string;
  readonly nature: Nature;
  readonly classification: Classification;
  readonly priority: Priority;
  readonly state: ItemState;
  readonly holderPostId: string | null;
  readonly parentId: string | null;
  readonly fromPostId: string | null;
  readonly actionAsked: string | null;
  readonly remarks: string | null;
  readonly arrivedAt: Date;
  readonly openedAt: Date | null;
  readonly dueOn: string | null;
  readonly parkedUntil: string | null;
  /** How many movements it has made; the next one's sequence is one more. */
  readonly movements: number;
  readonly createdByPostId: string;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

export function isHeldBy(item: Item, actor: Actor): boolean {
  return item.holderPostId === actor.postId;
}

/** Open items may be worked on; parked ones must be taken up first. */
export function isOpen(item: Item): boolean {
  return item.state === "created" || item.state === "moving";
}

/** Paper must be received before anything is done with it; what is electronic is in hand at once. */
export function isInHand(item: Item): boolean {
  return item.nature === "electronic" || item.openedAt !== null;
}

/** The item, if the actor may see it; otherwise as if it did not exist. */
export async function findItem(actor: Actor, id: string): Promise<Item> {
  return (await readItem(actor, id, "")) ?? refuse();
}

/** The item as it is now, locked until the transaction ends. */
export async function lockItem(actor: Actor, id: string): Promise<Item> {
  return (await readItem(actor, id, "for no key update of i")) ?? refuse();
}

function readItem(actor: Actor, id: string, lock: string): Promise<Item | undefined> {
  return row<Item>(
    `select ${itemColumns} from items i where i.id = $id and ${visibleTo("i")} ${lock}`,
    { id, ...viewer(actor) },
  );
}

function refuse(): never {
  throw notFound();
}

/** What the visibility condition needs to know of the reader. */
export function viewer(actor: Actor): { viewerPost: string; viewerUnits: readonly string[] } {
  return { viewerPost: actor.postId, viewerUnits: actor.coveredUnitIds };
}

export const itemColumns = `
  i.id, i.computer_number as "computerNumber", i.kind, i.number, i.subject, i.unit_id as "unitId", i.nature,
  i.classification, i.priority, i.state, i.holder_post_id as "holderPostId", i.parent_id as "parentId",
  i.from_post_id as "fromPostId", i.action_asked as "actionAsked", i.remarks, i.arrived_at as "arrivedAt",
  i.opened_at as "openedAt", i.due_on as "dueOn", i.parked_until as "parkedUntil", i.movements,
  i.created_by_post_id as "createdByPostId", i.created_at as "createdAt", i.closed_at as "closedAt"`;
