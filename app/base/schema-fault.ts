import { row } from "./database.ts";
import { levelOf, ownMigrations } from "./migration-steps.ts";

interface Compatibility {
  readonly level: number;
  readonly oldestApplication: number;
}

const ownLevel = levelOf(ownMigrations);

/** Why this release may not serve this database, in one sentence; nothing where it may. */
export async function schemaFault(): Promise<string | undefined> {
  const found = await row<Compatibility>(statement).catch((error: unknown) => {
    if (isMissingTable(error)) {
      return undefined;
    }
    throw error;
  });
  if (!found || found.level < ownLevel) {
    return `The database stands at step ${found?.level ?? "unknown"} and this release needs ${ownLevel}: migrate it`;
  }
  return ownLevel < found.oldestApplication
    ? `The database bears with releases from step ${found.oldestApplication} on, and this one is of ${ownLevel}`
    : undefined;
}

function isMissingTable(error: unknown): boolean {
  const original = error instanceof Error && "original" in error ? error.original : error;
  return original instanceof Error && "code" in original && original.code === "42P01";
}

const statement = `
  select level, oldest_application as "oldestApplication" from schema_compatibility`;
