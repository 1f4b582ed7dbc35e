import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { classifyStatements } from "./classify-statement.ts";
import { heavier, type Lock, type PendingMigration, type Statement } from "./pending-migration.ts";

interface MigrationFile {
  readonly up: (context: { query: (sql: string) => Promise<unknown> }) => Promise<void>;
}

/** Bytes of each table, for the guess of how long a step takes. */
export type TableSizes = ReadonlyMap<string, number>;

/** Rewriting and indexing on the slowest disk that preflight lets pass. */
const bytesPerSecond = 30 * 1024 * 1024;

/** Plays a step against a database that only listens, and tells what it would lock. */
export async function readMigration(
  folder: string,
  name: string,
  sizes: TableSizes,
): Promise<PendingMigration> {
  const statements = classifyStatements((await heard(join(folder, `${name}.js`))).join(";\n"));
  const locking = statements.filter(({ lock }) => lock !== "none");
  return {
    name,
    lock: statements.reduce<Lock>((most, { lock }) => heavier(most, lock), "none"),
    tables: [...new Set(locking.flatMap(({ table }) => table ?? []))],
    seconds: Math.ceil(statements.reduce((sum, one) => sum + secondsOf(one, sizes), 0.1)),
  };
}

async function heard(path: string): Promise<readonly string[]> {
  const { up } = (await import(pathToFileURL(path).href)) as MigrationFile;
  const said: string[] = [];
  const query = async (sql: string): Promise<unknown> => {
    said.push(sql);
    return { rows: [], rowCount: 0 };
  };
  await up({ query }).catch(() => said.push("lock table unknown")); // it wanted rows: guess the worst
  return said;
}

function secondsOf({ isLong, table }: Statement, sizes: TableSizes): number {
  return isLong ? (sizes.get(table ?? "") ?? 0) / bytesPerSecond : 0;
}
