/**
 * INVARIANTS
 * 1. Every statement but those that begin and end transactions says for whom it is run (`standpoint.ts`).
 * 2. Within a transaction it is said again only when it changes, or after a savepoint was given up: what was
 *    set since is gone then.
 */
import type pg from "pg";
import { StandingQuery, prepareStandpoint } from "./standing-query.ts";
import { nowhere, presentStandpoint, type Standpoint } from "./standpoint.ts";

/** A statement seen this often on its way is worth keeping the plan of. */
const often = 5;

type Done = (error: Error | null, result: unknown) => void;
type Query = (text: unknown, values?: unknown, done?: unknown) => unknown;

const seen = new Map<string, { readonly name: string; times: number }>();
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
    const asked = { text, values, queryMode: "extended" as const, ...nameOf(text) };
    const standpoint = presentStandpoint();
    return standing.isSaid(standpoint)
      ? query({ ...asked, values: [...values] }, done)
      : query(new StandingQuery(standpoint, asked, done as Done));
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
    isSaid: (standpoint: Standpoint): boolean => {
      const isSame = isOpen && said === standpoint;
      said = isOpen ? standpoint : undefined;
      return isSame;
    },
  };
}

function nameOf(text: string): { name?: string } {
  const known = seen.get(text) ?? { name: `s${seen.size + 1}`, times: 0 };
  known.times += 1;
  seen.set(text, known);
  return known.times >= often ? { name: known.name } : {};
}
