import type pg from "pg";

/** A statement seen this often on its way is worth keeping the plan of. */
const often = 5;

type Done = (error: Error | null, result: unknown) => void;
type Query = (text: unknown, values?: unknown, done?: Done) => unknown;

const seen = new Map<string, { readonly name: string; times: number }>();

/**
 * Lets Postgres keep the plans of statements that come again and again: to plan the condition of visibility
 * takes longer than to run it. Values are always bound, so the texts are few. Postgres itself goes on planning
 * anew where the values make the plan.
 */
export function prepareStatements(connection: pg.Client): void {
  const query = connection.query.bind(connection) as Query;
  const prepared: Query = (text, values, done) => {
    const name = typeof text === "string" && Array.isArray(values) ? nameOf(text) : undefined;
    return name === undefined ? query(text, values, done) : query({ name, text, values }, done);
  };
  connection.query = prepared as typeof connection.query;
}

function nameOf(text: string): string | undefined {
  const known = seen.get(text) ?? { name: `s${seen.size + 1}`, times: 0 };
  known.times += 1;
  seen.set(text, known);
  return known.times >= often ? known.name : undefined;
}
