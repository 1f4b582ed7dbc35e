import type { Client } from "pg";

/**
 * Another Debian, or another ICU, may sort names otherwise than the machine the backup is from, and an index that
 * was sorted there then misses rows here. Such indexes are built anew before anybody reads; answers of how many
 * orders that was.
 */
export async function mendCollations(client: Client): Promise<number> {
  const found = await client.query<{ name: string; isDatabase: boolean }>(changedOrders);
  if (found.rows.length > 0) {
    const database = client.escapeIdentifier(client.database ?? "postgres");
    await client.query("set statement_timeout = 0");
    await client.query(`reindex database ${database}`);
    for (const { name, isDatabase } of found.rows) {
      const what = isDatabase ? `database ${database}` : `collation ${name}`;
      await client.query(`alter ${what} refresh ${isDatabase ? "collation " : ""}version`);
    }
  }
  return found.rows.length;
}

/** Those that anything of ours is sorted by, and the order of the database itself. */
const changedOrders = `
  select quote_ident(nspname) || '.' || quote_ident(collname) as name, false as "isDatabase"
  from pg_collation join pg_namespace on pg_namespace.oid = collnamespace
  where collversion <> pg_collation_actual_version(pg_collation.oid)
    and exists (select from pg_index where pg_collation.oid = any (indcollation::oid[]))
  union all
  select datname, true from pg_database
  where datname = current_database()
    and datcollversion <> pg_database_collation_actual_version(oid)`;
