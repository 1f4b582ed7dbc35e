/**
 * INVARIANT: a sealed value opens only in the column and the row it was written to. Copied to another row, or
 * changed, it does not open.
 */
import { createHmac } from "node:crypto";
import { currentKeyId, keyProvider, lookupKey } from "./keys.ts";
import { seal, unseal } from "./seal.ts";

/** A column whose values are sealed, and the column that names the row. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly key: string;
}

const version = "s1";
const places = new Map<string, SealedColumn>();

/**
 * Declares a text column that holds sealed values, so that a change of keys finds it. `place` is
 * `table.column`; `key` is the column with the row's id.
 */
export function defineSealedColumn(place: string, key = "id"): void {
  const [table = "", column = ""] = place.split(".");
  places.set(place, { table, column, key });
}

export function sealedColumns(): ReadonlyMap<string, SealedColumn> {
  return places;
}

/** Seals one value for one row of a declared column. The database never sees it open. */
export function sealColumn(place: string, rowId: string, text: string): string {
  if (!places.has(place)) {
    throw new Error(
      `${place} is not declared with defineSealedColumn: a change of keys would miss it`,
    );
  }
  const id = currentKeyId();
  const sealed = seal(columnKey(id), Buffer.from(text), boundTo(place, rowId, id));
  return `${version}.${id}.${sealed.toString("base64url")}`;
}

/** Throws for a value that was not sealed for this row of this column. */
export function openColumn(place: string, rowId: string, sealed: string): string {
  const [given, id = "", body = ""] = sealed.split(".");
  if (given !== version) {
    throw new Error(`A value of ${place} was not sealed by the application`);
  }
  try {
    const bytes = Buffer.from(body, "base64url");
    return unseal(columnKey(id), bytes, boundTo(place, rowId, id)).toString();
  } catch (error) {
    throw new Error(`A value of ${place} cannot be opened`, { cause: error });
  }
}

/** Which key a value was sealed with. */
export function keyIdOf(sealed: string): string {
  return sealed.split(".")[1] ?? "";
}

/**
 * Tells equal values of one place without opening them: for unique indexes and for finding by the whole value.
 * Case, width, spaces and the script of digits do not make another value.
 */
export function blindIndex(place: string, text: string): string {
  return createHmac("sha256", lookupKey(`index ${place}`))
    .update(plainly(text))
    .digest("base64url");
}

function plainly(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[०-९]/gu, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/\s+/gu, " ")
    .trim();
}

function columnKey(id: string): Buffer {
  return keyProvider().derive(id, "columns");
}

function boundTo(place: string, rowId: string, id: string): string {
  return [version, id, place, rowId].join("|");
}
