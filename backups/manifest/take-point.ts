/**
 * INVARIANT: the counts are those of the named point to the row. Writers are held back only while the point is set
 * and a snapshot is taken, for at most a second; counting goes on beside them.
 */
import type { Client } from "pg";
import { setTimeout as pause } from "node:timers/promises";
import { asSuperuser, openSuperuser, type Reach } from "../postgres/as-superuser.ts";

export interface Point {
  readonly lsn: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly seals: number;
  readonly keys: readonly string[];
  readonly versions: {
    readonly schema: string;
    readonly postgres: string;
    readonly system: string;
  };
}

const attempts = 20;

/** Sets a named point to restore to, and counts what the database holds at it. */
export async function takePoint(reach: Reach, name: string): Promise<Point> {
  const counter = await openSuperuser(reach);
  try {
    const lsn = await setPoint(reach, name, counter);
    const point = await countRows(counter);
    await counter.query("commit");
    await archived(reach, lsn);
    return { lsn, ...point };
  } finally {
    await counter.end();
  }
}

/** Sets the point on one connection while the other takes the snapshot that belongs to it. */
async function setPoint(reach: Reach, name: string, counter: Client): Promise<string> {
  return asSuperuser(reach, async (holder) => {
    await holder.query("set lock_timeout = '1s'; set deadlock_timeout = '100ms'");
    const tables = (await tablesOf(holder)).map((table) => `public.${quoted(table)}`);
    await holdStill(holder, tables);
    const set = await holder.query<{ lsn: string; snapshot: string }>(
      "select pg_create_restore_point($1)::text as lsn, pg_export_snapshot() as snapshot",
      [name],
    );
    const { lsn, snapshot } = set.rows[0] ?? { lsn: "", snapshot: "" };
    await counter.query("begin isolation level repeatable read read only");
    await counter.query(`set transaction snapshot ${counter.escapeLiteral(snapshot)}`);
    await counter.query("set local statement_timeout = 0");
    await holder.query("commit");
    return lsn;
  });
}

/** Gives way at once where a writer holds on, so that nobody queues behind us. */
async function holdStill(holder: Client, tables: readonly string[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await holder.query("begin isolation level repeatable read");
    try {
      if (tables.length > 0) {
        await holder.query(`lock table ${tables.join(", ")} in share mode`);
      }
      return;
    } catch (error) {
      await holder.query("rollback");
      if (attempt === attempts) {
        throw new Error("Writers did not leave a moment to set the point of the backup", {
          cause: error,
        });
      }
      await pause(200 * attempt);
    }
  }
}

/** Every table, the seals and keys, as this connection's snapshot shows them. */
export async function countRows(client: Client): Promise<Omit<Point, "lsn">> {
  const tables = await tablesOf(client);
  const rows: Record<string, number> = {};
  for (const table of tables) {
    const counted = await client.query<{ count: string }>(
      `select count(*) as count from public.${quoted(table)}`,
    );
    rows[table] = Number(counted.rows[0]?.count ?? 0);
  }
  const one = async (sql: string): Promise<string> => {
    const found = await client.query<{ value: string | number | null }>(sql);
    return String(found.rows[0]?.value ?? "");
  };
  const has = (table: string): boolean => tables.includes(table);
  const keys = has("encryption_keys")
    ? await client.query<{ id: string }>(
        "select id from encryption_keys where retired_at is null order by id",
      )
    : { rows: [] };
  return {
    rows,
    seals: has("seals")
      ? Number(await one("select coalesce(max(sequence), 0) as value from seals"))
      : 0,
    keys: keys.rows.map(({ id }) => id),
    versions: {
      schema: has("migrations") ? await one("select max(name) as value from migrations") : "",
      postgres: await one("select current_setting('server_version') as value"),
      system: await one("select system_identifier::text as value from pg_control_system()"),
    },
  };
}

async function tablesOf(client: Client): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`,
  );
  return found.rows.map(({ name }) => name);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const patienceSeconds = 300;

/** The point is worth nothing before the segment it stands in is in the archive. */
async function archived(reach: Reach, lsn: string): Promise<void> {
  await asSuperuser(reach, async (client) => {
    const named = await client.query<{ segment: string }>(
      "select pg_walfile_name($1::pg_lsn) as segment, pg_switch_wal()",
      [lsn],
    );
    const segment = named.rows[0]?.segment ?? "";
    for (let waited = 0; waited < patienceSeconds; waited += 0.2) {
      const last = await client.query<{ name: string | null }>(
        "select last_archived_wal as name from pg_stat_archiver",
      );
      if ((last.rows[0]?.name ?? "").slice(0, 24) >= segment) {
        return;
      }
      await pause(200);
    }
    throw new Error(`The WAL segment ${segment} was not archived within ${patienceSeconds} s`);
  });
}
