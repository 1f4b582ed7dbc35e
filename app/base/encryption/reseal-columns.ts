import { execute, rows, transaction } from "../database.ts";
import { openColumn, sealColumn, sealedColumns, type SealedColumn } from "./columns.ts";
import { currentKeyId } from "./keys.ts";

interface Found {
  readonly key: string;
  readonly sealed: string;
}

const batch = 500;

/** Seals every value of the declared columns under the newest key, some hundred rows at a time. */
export async function resealColumns(): Promise<number> {
  let resealed = 0;
  for (const [place, column] of sealedColumns()) {
    for (let done = batch; done === batch; resealed += done) {
      done = await transaction(() => resealSome(place, column));
    }
  }
  return resealed;
}

/** How many values each key-encryption key holds. */
export async function countSealed(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { table, column } of sealedColumns().values()) {
    const found = await rows<{ id: string; count: number }>(
      `select split_part(${column}, '.', 2) as id, count(*)::integer as count from ${table}
       where ${column} is not null group by 1`,
    );
    for (const { id, count } of found) {
      counts.set(id, (counts.get(id) ?? 0) + count);
    }
  }
  return counts;
}

async function resealSome(place: string, { table, column, key }: SealedColumn): Promise<number> {
  const found = await rows<Found>(
    `select ${key}::text as key, ${column} as sealed from ${table}
     where ${column} is not null and split_part(${column}, '.', 2) <> $current
     order by ${key} limit ${batch} for update`,
    { current: currentKeyId() },
  );
  const fresh = found.map((row) => ({
    key: row.key,
    sealed: sealColumn(place, row.key, openColumn(place, row.key, row.sealed)),
  }));
  await execute(
    `update ${table} t set ${column} = f.sealed
     from jsonb_to_recordset($fresh::jsonb) as f (key text, sealed text) where t.${key}::text = f.key`,
    { fresh: JSON.stringify(fresh) },
  );
  return found.length;
}
