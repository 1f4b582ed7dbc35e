/**
 * INVARIANTS
 * 1. Every statement is run for somebody: the actor of the request, or a named task of the product itself.
 *    Outside both, row security shows nothing and takes nothing.
 * 2. Only `prepared-statements.ts` tells Postgres, with the statement and for its transaction alone: nothing
 *    lingers on a connection of the pool.
 * 3. `asTask` is for work that no request began; `test/architecture` names the files that may call it.
 *    A request that must see or write beyond its actor's eyes names its purpose, and policies admit just that.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Actor } from "./policy.ts";

/** What a request may do beyond the eyes of its actor; each is explained in README.md, "Row security". */
export type Purpose = "identify" | "administer" | "duplicates" | "senders" | "outward";

/** Work that no request began. */
type Task = "job" | "chore" | "start" | "demonstration" | "verify" | "test";

/** What policies read, in the order in which `0020-row-security/who-asks.ts` counts it. */
const parts = [
  "post",
  "account",
  "employee",
  "unit",
  "units",
  "roles",
  "permissions",
  "purpose",
  "task",
] as const;

export type Standpoint = Readonly<Record<(typeof parts)[number], string>>;

/**
 * All of it is one setting: to set each alone cost more than many a statement. With it goes Postgres's own note of what
 * it found in sight, which begins empty, and how the statement is run; reading only can be asked for, not given up.
 */
export const standpointStatement = `select set_config('secretariat.standpoint', $1, true),
  set_config('secretariat.sight', '', true),
  set_config('transaction_read_only',
    case when $2 = 'on' then 'on' else current_setting('transaction_read_only') end, true),
  set_config('plan_cache_mode', $3, true)`;

/** How the statement that follows is run. */
interface Manner {
  readonly onlyReads?: boolean;
  readonly plan?: "auto" | "force_generic_plan";
}

export function standpointValues(
  standpoint: Standpoint,
  { onlyReads = false, plan = "auto" }: Manner = {},
): string[] {
  return [parts.map((part) => standpoint[part]).join(";"), onlyReads ? "on" : "off", plan];
}

/** Nobody, nowhere: what is stood on before it is known who asks. */
export const nowhere: Standpoint = {
  post: "",
  account: "",
  employee: "",
  unit: "",
  units: "",
  roles: "",
  permissions: "",
  purpose: "",
  task: "",
};

const ambient = new AsyncLocalStorage<Standpoint>();
let presumed = nowhere;

export function presentStandpoint(): Standpoint {
  return ambient.getStore() ?? presumed;
}

/** Runs the work for nobody, whatever it is called from. */
export function asNobody<T>(work: () => T): T {
  return ambient.run(nowhere, work);
}

/** Runs the work with the eyes and hands of an actor. */
export function asActor<T>(actor: Actor, work: () => T): T {
  const standpoint = {
    ...nowhere,
    post: actor.postId,
    account: actor.accountId ?? "",
    employee: actor.employeeId ?? "",
    unit: actor.unitId,
    units: literalOf(actor.coveredUnitIds),
    roles: literalOf([...actor.roles]),
    permissions: literalOf([...(actor.permissions ?? [])]),
  };
  return ambient.run(standpoint, work);
}

/** Runs work that no request began, such as a listener's, without regard to rows' holders. */
export function asTask<T>(task: Task, work: () => T): T {
  return ambient.run({ ...nowhere, task }, work);
}

/** Runs a statement or command of the present actor that goes beyond his eyes, for one named purpose. */
export function forPurpose<T>(purpose: Purpose, work: () => T): T {
  return ambient.run({ ...presentStandpoint(), purpose }, work);
}

/** For tests only: what is stood on outside every request. */
export function presume(task: Task | undefined): void {
  presumed = task ? { ...nowhere, task } : nowhere;
}

function literalOf(values: readonly string[]): string {
  return values.length === 0 ? "" : `{${values.join(",")}}`;
}
