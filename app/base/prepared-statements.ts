/**
 * INVARIANTS
 * 1. Every statement but those that begin and end transactions says for whom it is run (`standpoint.ts`).
 * 2. Within a transaction it is said again only when it changes, after a savepoint was given up (what was set
 *    since is gone then), and around a statement that is planned in a manner of its own.
 * 3. A table that an upgrade gave another column while this process served costs nobody an answer: a kept plan that
 *    does not fit any more is given up and the statement runs anew. Within a transaction it cannot; there no statement
 *    may ask for every column of a table.
 */
import type pg from "pg";
import { isPlannedOnce } from "./planned-once.ts";
import { StandingQuery, prepareStandpoint } from "./standing-query.ts";
import { nowhere, presentStandpoint, type Standpoint } from "./standpoint.ts";

/** A statement seen this often on its way is worth keeping the plan of. */
const often = 5;

type Done = (error: Error | null, result: unknown) => void;
type Query = (text: unknown, values?: unknown, done?: unknown) => unknown;

const seen = new Map<string, { readonly name: string; times: number }>();
let named = 0;
const control = /^\s*(start transaction|begin|commit|rollback|savepoint|release|set)\b/i;

/**
 * Lets Postgres keep the plans of statements that come again and again: to plan the condition of visibility
 * takes longer than to run it. Values are always bound, so the texts are few. Postgres itself goes on planning
 * anew where the values make the plan.
 */
export async function prepareStatements(connection: pg.Client): Promise<void> {
  await prepareStandpoint(connection, nowhere);
  const query = connection.query.bind(connection) as Query;
  const standing = followTransaction();
  const prepared: Query = (text, second, third) => {
    const [values, done] = Array.isArray(second) ? [second as unknown[], third] : [[], second];
    if (typeof text !== "string" || typeof done !== "function") {
      return query(text, second, third);
    }
    if (control.test(text)) {
      standing.control(text);
      return query(text, done);
    }
    const standpoint = presentStandpoint();
    const send = (finish: Done): unknown => {
      const asked = { text, values, queryMode: "extended" as const, ...nameOf(text) };
      return standing.isSaid(standpoint, isPlannedOnce(text))
        ? query({ ...asked, values: [...values] }, finish)
        : query(new StandingQuery(standpoint, asked, finish));
    };
    return send((error, result) => {
      const isOld = isOfOldPlan(error);
      if (isOld) {
        seen.delete(text);
      }
      if (isOld && !standing.isOpen()) {
        send(done as Done);
      } else {
        (done as Done)(error, result);
      }
    });
  };
  connection.query = prepared as typeof connection.query;
}

/** What one connection's transaction knows of whom it is run for. */
function followTransaction() {
  let isOpen = false;
  let said: Standpoint | undefined;
  return {
    control: (text: string) => {
      said = undefined;
      isOpen = !/^\s*(commit|rollback\s*;?\s*$)/i.test(text);
    },
    isSaid: (standpoint: Standpoint, hasOwnManner: boolean): boolean => {
      const isSame = isOpen && !hasOwnManner && said === standpoint;
      said = isOpen && !hasOwnManner ? standpoint : undefined;
      return isSame;
    },
    isOpen: () => isOpen,
  };
}

/** "cached plan must not change result type": its table has other columns than when the plan was made. */
function isOfOldPlan(error: Error | null): boolean {
  const { code, routine } = (error ?? {}) as { code?: string; routine?: string };
  return code === "0A000" && routine === "RevalidateCachedQuery";
}

function nameOf(text: string): { name?: string } {
  const known = seen.get(text) ?? { name: `s${(named += 1)}`, times: 0 };
  known.times += 1;
  seen.set(text, known);
  return known.times >= often ? { name: known.name } : {};
}
