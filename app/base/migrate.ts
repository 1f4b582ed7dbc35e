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
    await refuseNewerDatabase(client, folder);
    const steps = await stepsOf(client, folder).up();
    return steps.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** A release knows nothing of what a later one did to the database. */
async function refuseNewerDatabase(client: pg.Client, folder: string): Promise<void> {
  const known = namesIn(folder).map(nameOfStep);
  const { rows } = await client.query<{ name: string }>("select name from migrations order by 1");
  const unknown = rows.map(({ name }) => name).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`The database is ahead of this release: it has taken ${unknown.join(", ")}`);
  }
}

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[\w-]+\.[jt]s$/.test(name))
    .toSorted();
}

function nameOfStep(file: string): string {
  return file.replace(/\.[jt]s$/, "");
}

function stepsOf(client: pg.Client, folder: string): Umzug {
  return new Umzug({
    migrations: namesIn(folder).map((file) => ({
      name: nameOfStep(file),
      up: async ({ name }) => takeStep(client, { name, path: join(folder, file) }),
    })),
    storage: storageIn(client),
    logger: undefined,
  });
}

/** The step and the note that it was taken stand together: a crash between them would take it twice. */
async function takeStep(
  client: pg.Client,
  { name, path }: { name: string; path: string },
): Promise<void> {
  const step = (await import(pathToFileURL(path).href)) as MigrationFile;
  await client.query("begin");
  try {
    await step.up({ query: (sql) => client.query(sql) });
    await client.query("insert into migrations (name) values ($1)", [name]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

function storageIn(client: pg.Client): UmzugStorage {
  return {
    logMigration: async () => undefined, // written with the step itself
    unlogMigration: async () => {
      throw new Error("Migrations go forward only; restore the backup made before the upgrade");
    },
    executed: async () => {
      const found = await client.query<{ name: string }>("select name from migrations order by 1");
      return found.rows.map(({ name }) => name);
    },
  };
}
