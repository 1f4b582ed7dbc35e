import type { Client } from "pg";
import type { Size } from "../size.ts";
import { items } from "./items.ts";
import { movements } from "./movements.ts";
import { notes } from "./notes.ts";
import { offices } from "./offices.ts";
import { papers } from "./papers.ts";

/** Fills a migrated database with an office of this size. Wants a superuser: triggers rest meanwhile. */
export async function generate(client: Client, size: Size): Promise<void> {
  await client.query("set session_replication_role = replica");
  await client.query(
    "set maintenance_work_mem = '256MB'; set work_mem = '64MB'; set wal_compression = off",
  );
  const definitions = await takeIndexes(client);
  const steps = [...offices, ...items(size), ...movements, ...papers, ...notes];
  for (const { what, sql } of steps) {
    await timed(what, () => client.query(sql));
  }
  await timed("indexes", async () => {
    for (const definition of definitions) {
      await client.query(definition);
    }
  });
  await timed("statistics", () => client.query("vacuum analyze"));
}

/** Indexes that guard nothing are made faster afterwards than kept up meanwhile. */
async function takeIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace and not i.indisunique
       and not exists (select from pg_constraint where conindid = i.indexrelid)`,
  );
  for (const { name } of rows) {
    await client.query(`drop index ${name}`);
  }
  return rows.map(({ definition }) => definition);
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await work();
  console.error(`    ${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
