import { execute, row } from "./database.ts";
import { mayOnlyRead } from "./service/held-back.ts";

type Values = Readonly<Record<string, unknown>>;

/** Writes one row. Names in camelCase become the columns; objects become JSON where the column is. */
export async function insert(table: string, values: Values): Promise<void> {
  const names = Object.keys(values);
  const columns = names.map(columnOf).join(", ");
  const places = names.map((name) => `$${name}`).join(", ");
  await execute(`insert into ${table} (${columns}) values (${places})`, prepared(values));
}

/** Writes several rows of one shape in one statement. */
export async function insertMany(table: string, several: readonly Values[]): Promise<void> {
  const [first] = several;
  if (!first) {
    return;
  }
  const columns = Object.keys(first).map(columnOf).join(", ");
  const records = several.map((values) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [columnOf(name), value])),
  );
  await execute(
    `insert into ${table} (${columns})
     select ${columns} from jsonb_populate_recordset(null::${table}, $records::jsonb)`,
    { records: JSON.stringify(records) },
  );
}

/** Changes one row by its key (`id` unless another is named); throws when there is none. */
export async function change(table: string, key: Values, values: Values): Promise<void> {
  const set = Object.keys(values).map((name) => `${columnOf(name)} = $${name}`);
  const where = Object.keys(key).map((name) => `${columnOf(name)} = $key_${name}`);
  const keys = Object.fromEntries(
    Object.entries(key).map(([name, value]) => [`key_${name}`, value]),
  );
  const changed = await row(
    `update ${table} set ${set.join(", ")} where ${where.join(" and ")} returning 1 as done`,
    prepared({ ...values, ...keys }),
  );
  if (!changed && !mayOnlyRead()) {
    throw new Error(`No row of ${table} has the key ${JSON.stringify(key)}`);
  }
}

const columns = new Map<string, string>();

/**
 * The column behind a camelCase name: `address1` is `address_1`, and `sha256` stays one word. Names stand
 * in the code, so they are few.
 */
export function columnOf(name: string): string {
  let column = columns.get(name);
  if (column === undefined) {
    column = name.replace(/[A-Z]|(?<![Ss]ha\d*)\d+/g, (part) => `_${part.toLowerCase()}`);
    columns.set(name, column);
  }
  return column;
}

function prepared(values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isDocument(value) ? JSON.stringify(value) : value,
    ]),
  );
}

/** A plain object or an array of them is JSON; arrays of text stay arrays for Postgres. */
function isDocument(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.some((member) => typeof member === "object" && member !== null);
  }
  return (
    typeof value === "object" &&
    value !== null &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array)
  );
}
