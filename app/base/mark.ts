/**
 * INVARIANT: a row of a marked table is authentic only if its mark is the HMAC of its content under a key that
 * lies outside the database. Who owns the database alone can neither add a row nor change one unnoticed.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import canonicalize from "canonicalize";
import { installationKey } from "./key-file.ts";
import { columnOf, insert } from "./records.ts";

type Values = Readonly<Record<string, unknown>>;

/** Writes one row of a marked table. Give every column but those the database fills by default. */
export async function insertMarked(table: string, values: Values): Promise<void> {
  await insert(table, { ...values, mark: markOf(table, values) });
}

/** The mark of a row by its content; names may be camelCase or the columns'. */
export function markOf(table: string, values: Values): string {
  return createHmac("sha256", key())
    .update(`${table}\n${canonical(values)}`)
    .digest("base64");
}

/** Whether this row was written by the application. */
export function isMarked(table: string, values: Values, mark: string): boolean {
  const [expected, given] = [Buffer.from(markOf(table, values)), Buffer.from(mark)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** One text for one content (RFC 8785), however it was read: sorted keys, moments in UTC with milliseconds. */
function canonical(values: Values): string {
  const members = Object.entries(values)
    .map(([name, value]): [string, unknown] => [columnOf(name), value])
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([column, value]) => `${JSON.stringify(column)}:${textOf(column, value)}`);
  return `{${members.join(",")}}`;
}

function textOf(column: string, value: unknown): string {
  if (value instanceof Date || (typeof value === "string" && /(^|_)at$/.test(column))) {
    return JSON.stringify(momentOf(value));
  }
  return typeof value === "object" && value !== null
    ? (canonicalize(JSON.parse(JSON.stringify(value))) ?? "null")
    : JSON.stringify(value ?? null);
}

/** What cannot be a moment, such as an "infinity" slipped in, is taken as it stands and so is never authentic. */
function momentOf(value: Date | string): string {
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? String(value) : moment.toISOString();
}

function key(): Buffer {
  return installationKey("record.key", () => randomBytes(32));
}
