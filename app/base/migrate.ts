/**
 * INVARIANTS
 * 1. A step and the note that it was taken stand together. A backfill stands batch by batch and is noted at its end:
 *    killed, it goes on where it was.
 * 2. Nobody in the office waits for a step: where a lock is not had within a second, the step lets go, waits a while
 *    and tries again. It lets go before Postgres looks for deadlocks (a second), lest a person's work be chosen to die.
 * 3. Steps go forward only. What the release before may still do is said by `schema_compatibility`.
 */
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { Umzug, type UmzugStorage } from "umzug";
import {
  headerOf,
  levelOf,
  load,
  namesOfSteps,
  numberOfStep,
  type MigrationFile,
  type MigrationStep,
} from "./migration-steps.ts";

/** A lock of our own in the database: two starts migrate one after the other. */
const migrationLock = 7_360_001;
const mostTries = 90;
/** lock_not_available and deadlock_detected: others were quicker. */
const heldByOthers = ["55P03", "40P01"];
/** The step that made the table in which each is noted. */
const firstKept = 27;

/** Brings the database forward; returns the names of the steps taken. One that is ahead and bears with us is left. */
export async function migrate(ownerUrl: string, folder: string): Promise<string[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query(
      "create table if not exists migrations (name text primary key, at timestamptz not null default now())",
    );
    if (await isAhead(client, folder)) {
      return [];
    }
    const steps = await stepsOf(client, folder).up();
    return steps.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** After a return to the release before, its newer steps stay: they were made so that this one works with them. */
async function isAhead(client: pg.Client, folder: string): Promise<boolean> {
  const known = namesOfSteps(folder);
  const { rows } = await client.query<{ name: string }>("select name from migrations order by 1");
  const unknown = rows.map(({ name }) => name).filter((name) => !known.includes(name));
  if (unknown.length === 0) {
    return false;
  }
  const bears = await compatibilityIn(client);
  const newest = Math.max(...unknown.map(numberOfStep));
  if (!bears || newest > bears.level || levelOf(folder) < bears.oldestApplication) {
    throw new Error(`The database is ahead of this release: it has taken ${unknown.join(", ")}`);
  }
  return true;
}

interface Compatibility {
  readonly level: number;
  readonly oldestApplication: number;
}

async function compatibilityIn(client: pg.Client): Promise<Compatibility | undefined> {
  const { rows } = await client.query("select to_regclass('schema_compatibility') as there");
  if (!(rows[0] as { there: string | null }).there) {
    return undefined;
  }
  const found = await client.query<Compatibility>(
    `select level, oldest_application as "oldestApplication" from schema_compatibility`,
  );
  return found.rows[0];
}

function stepsOf(client: pg.Client, folder: string): Umzug {
  return new Umzug({
    migrations: namesOfSteps(folder).map((name) => ({
      name,
      up: async () => takeStep(client, folder, name),
    })),
    storage: storageIn(client),
    logger: undefined,
  });
}

async function takeStep(client: pg.Client, folder: string, name: string): Promise<void> {
  const file = await load(folder, name);
  const step = headerOf(name, file);
  const query = (sql: string) => client.query(sql);
  if (file.batch) {
    await fillIn(client, name, file.batch.bind(file));
  }
  await together(client, name, async () => {
    await file.up?.({ query });
    await note(client, step);
  });
}

async function fillIn(
  client: pg.Client,
  name: string,
  batch: NonNullable<MigrationFile["batch"]>,
): Promise<void> {
  const query = (sql: string) => client.query(sql);
  let filled = 1;
  while (filled > 0) {
    filled = await together(client, name, () => batch({ query }));
  }
}

/** In one transaction, again and again while others hold a lock it needs; meanwhile it holds none itself. */
async function together<T>(client: pg.Client, name: string, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query("begin");
      await client.query("set local lock_timeout = '900ms'");
      const result = await work();
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback");
      if (!isHeldByOthers(error)) {
        throw error;
      }
      if (tries >= mostTries) {
        throw new Error(`${name} did not get its lock in ${mostTries} tries`, { cause: error });
      }
      await pause(250 + Math.random() * 1_250);
    }
  }
}

function isHeldByOthers(error: unknown): boolean {
  return error instanceof Error && "code" in error && heldByOthers.includes(String(error.code));
}

async function note(client: pg.Client, step: MigrationStep): Promise<void> {
  await client.query("insert into migrations (name) values ($1)", [step.name]);
  const before = await compatibilityIn(client);
  const isThere = before !== undefined || step.number === firstKept;
  if (isThere) {
    const oldest = Math.max(before?.oldestApplication ?? 1, step.oldestApplication ?? 1);
    await client.query(
      `insert into schema_compatibility (level, oldest_application) values ($1, $2)
       on conflict (one) do update
       set level = excluded.level, oldest_application = excluded.oldest_application, at = now()`,
      [Math.max(before?.level ?? 0, step.number), oldest],
    );
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
