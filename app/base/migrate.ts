import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { Umzug, type UmzugStorage } from "umzug";

type Query = (sql: string) => Promise<unknown>;
interface MigrationFile {
  up(context: { query: Query }): Promise<void>;
}

/** A lock of our own in the database: two starts migrate one after the other. */
const migrationLock = 7_360_001;

/** Brings the database forward, one transaction a step; returns the names of the steps taken. */
export async function migrate(ownerUrl: string, folder: string): Promise<string[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query(
      "create table if not exists migrations (name text primary key, at timestamptz not null default now())",
    );
    const steps = await stepsOf(client, folder).up();
    return steps.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

function stepsOf(client: pg.Client, folder: string): Umzug {
  return new Umzug({
    migrations: readdirSync(folder)
      .filter((name) => /^\d{4}-[\w-]+\.[jt]s$/.test(name))
      .toSorted()
      .map((file) => ({
        name: file.replace(/\.[jt]s$/, ""),
        up: async () => takeStep(client, join(folder, file)),
      })),
    storage: storageIn(client),
    logger: undefined,
  });
}

async function takeStep(client: pg.Client, path: string): Promise<void> {
  const step = (await import(pathToFileURL(path).href)) as MigrationFile;
  await client.query("begin");
  try {
    await step.up({ query: (sql) => client.query(sql) });
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

function storageIn(client: pg.Client): UmzugStorage {
  return {
    logMigration: async ({ name }) => {
      await client.query("insert into migrations (name) values ($1)", [name]);
    },
    unlogMigration: async () => {
      throw new Error("Migrations go forward only; restore the backup made before the upgrade");
    },
    executed: async () => {
      const found = await client.query<{ name: string }>("select name from migrations order by 1");
      return found.rows.map(({ name }) => name);
    },
  };
}
