import pg from "pg";
import { levelOf, readSteps, type MigrationStep } from "./migration-steps.ts";

export interface TakenStep extends MigrationStep {
  readonly takenAt: Date | null;
}

export interface MigrationStatus {
  /** In their order; those of a newer release, which this one does not know, are not among them. */
  readonly steps: readonly TakenStep[];
  /** Taken by a newer release. */
  readonly unknown: readonly string[];
  readonly releaseLevel: number;
  /** The newest step taken; 0 where the database is empty. */
  readonly databaseLevel: number;
  /** The oldest release, by its own newest step, that may still serve. */
  readonly oldestApplication: number;
}

/** How far a database has come beside a release; `secretariat migrations status` and `upgrade plan` ask this. */
export async function migrationStatus(ownerUrl: string, folder: string): Promise<MigrationStatus> {
  const [steps, database] = await Promise.all([readSteps(folder), readDatabase(ownerUrl)]);
  const takenAt = new Map(database.taken.map(({ name, at }) => [name, at]));
  const known = new Set(steps.map(({ name }) => name));
  const levels = database.taken.map(({ name }) => Number.parseInt(name, 10));
  return {
    steps: steps.map((step) => ({ ...step, takenAt: takenAt.get(step.name) ?? null })),
    unknown: database.taken.map(({ name }) => name).filter((name) => !known.has(name)),
    releaseLevel: levelOf(folder),
    databaseLevel: Math.max(0, ...levels),
    oldestApplication: database.oldestApplication,
  };
}

async function readDatabase(ownerUrl: string) {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const [found] = (await client.query<{ steps: string | null; kept: string | null }>(there)).rows;
    const taken = found?.steps
      ? (await client.query<{ name: string; at: Date }>("select name, at from migrations")).rows
      : [];
    const kept = found?.kept
      ? (await client.query<{ oldest: number }>(oldest)).rows[0]?.oldest
      : undefined;
    return { taken, oldestApplication: kept ?? 0 };
  } finally {
    await client.end();
  }
}

const there =
  "select to_regclass('migrations') as steps, to_regclass('schema_compatibility') as kept";
const oldest = "select oldest_application as oldest from schema_compatibility";
