import type { Actor } from "../base/index.ts";

/** Somebody who was just entered in the employee master. */
export interface Joiner {
  readonly id: string;
  readonly code: string;
  readonly email: string;
  readonly language: string;
}

type Listener<Subject> = (actor: Actor, people: readonly Subject[]) => Promise<void>;

const joining: Listener<Joiner>[] = [];
const leaving: Listener<string>[] = [];

/** Wants everybody who is entered, inside the transaction that enters them. */
export function whenEmployeesJoin(listener: Listener<Joiner>): void {
  joining.push(listener);
}

/** Wants the ids of those whose entry is undone, before it is; throws a refusal to prevent it. */
export function whenEntriesAreUndone(listener: Listener<string>): void {
  leaving.push(listener);
}

export async function announceJoiners(actor: Actor, people: readonly Joiner[]): Promise<void> {
  for (const listener of joining) {
    await listener(actor, people);
  }
}

export async function announceUndoing(actor: Actor, ids: readonly string[]): Promise<void> {
  for (const listener of leaving) {
    await listener(actor, ids);
  }
}
