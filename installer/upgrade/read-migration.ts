import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { classifyStatements } from "./classify-statement.ts";
import { heavier, type Lock, type PendingMigration, type Statement } from "./pending-migration.ts";

interface MigrationFile {
  readonly step?: unknown;
  readonly up?: (context: { query: (sql: string) => Promise<unknown> }) => Promise<void>;
}

/** What a step says of itself since steps must. */
const Header = z.object({
  lock: z.enum(["none", "share", "exclusive"]),
  seconds: z.number(),
  oldestApplication: z.number().optional(),
});

/** Bytes of each table, for the guess of how long a step takes. */
export type TableSizes = ReadonlyMap<string, number>;

/** Rewriting and indexing on the slowest disk that preflight lets pass. */
const bytesPerSecond = 30 * 1024 * 1024;

/** Plays a step against a database that only listens, and tells what it would lock. Its own word goes before. */
export async function readMigration(
  folder: string,
  name: string,
  sizes: TableSizes,
): Promise<PendingMigration> {
  const file = (await import(pathToFileURL(join(folder, `${name}.js`)).href)) as MigrationFile;
  const statements = classifyStatements((await heard(file)).join(";\n"));
  const locking = statements.filter(({ lock }) => lock !== "none");
  const guess = Math.ceil(statements.reduce((sum, one) => sum + secondsOf(one, sizes), 0.1));
  const own = Header.safeParse(file.step).data;
  return {
    name,
    lock: own?.lock ?? statements.reduce<Lock>((most, { lock }) => heavier(most, lock), "none"),
    tables: [...new Set(locking.flatMap(({ table }) => table ?? []))],
    seconds: own?.seconds ?? guess,
    ...(own?.oldestApplication === undefined ? {} : { oldestApplication: own.oldestApplication }),
  };
}

async function heard({ up }: MigrationFile): Promise<readonly string[]> {
  const said: string[] = [];
  const query = async (sql: string): Promise<unknown> => {
    said.push(sql);
    return { rows: [], rowCount: 0 };
  };
  await up?.({ query }).catch(() => said.push("lock table unknown")); // it wanted rows: guess the worst
  return said;
}

function secondsOf({ isLong, table }: Statement, sizes: TableSizes): number {
  return isLong ? (sizes.get(table ?? "") ?? 0) / bytesPerSecond : 0;
}
