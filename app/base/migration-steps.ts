import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

/** The first step that had to say of itself what it does; those before it were never released. */
const firstWithHeader = 27;

const Header = z.strictObject({
  /**
   * expand: the release before goes on working; contract: it does not any more; backfill: rows are filled in, batch by
   * batch, while both work.
   */
  kind: z.enum(["expand", "contract", "backfill"]),
  /** What others wait for meanwhile: nothing, writers of the same tables, everybody at the same tables. */
  lock: z.enum(["none", "share", "exclusive"]),
  /** About how long, at the size of a state. */
  seconds: z.number().nonnegative(),
  /** The oldest release, by the number of its own newest step, that may still serve afterwards. */
  oldestApplication: z.int().positive().optional(),
});

export type StepHeader = z.infer<typeof Header>;

/** One step of the database, as `secretariat migrations status` and `upgrade plan` show it. */
export interface MigrationStep extends StepHeader {
  readonly name: string;
  readonly number: number;
}

export type Query = (sql: string) => Promise<unknown>;

export interface MigrationFile {
  readonly step?: unknown;
  up?(context: { query: Query }): Promise<void>;
  /** Of a backfill: fills in some rows and tells how many; none means that all are done. */
  batch?(context: { query: Query }): Promise<number>;
}

/** The steps this release was built with. */
export const ownMigrations = join(import.meta.dirname, "../migrations");

export function namesOfSteps(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[\w-]+\.[jt]s$/.test(name))
    .map((name) => name.replace(/\.[jt]s$/, ""))
    .toSorted();
}

export function numberOfStep(name: string): number {
  return Number.parseInt(name, 10);
}

/** The number of the newest step of a release: by it releases and databases know each other. */
export function levelOf(folder: string): number {
  return Math.max(0, ...namesOfSteps(folder).map(numberOfStep));
}

/** What every step in the folder says of itself. */
export async function readSteps(folder: string): Promise<MigrationStep[]> {
  const steps = namesOfSteps(folder).map(async (name) => headerOf(name, await load(folder, name)));
  return Promise.all(steps);
}

export async function load(folder: string, name: string): Promise<MigrationFile> {
  const file =
    readdirSync(folder).find((one) => one === `${name}.ts` || one === `${name}.js`) ?? "";
  return (await import(pathToFileURL(join(folder, file)).href)) as MigrationFile;
}

/** A step that does not say what it does is refused: nobody could plan an upgrade with it. */
export function headerOf(name: string, file: MigrationFile): MigrationStep {
  const number = numberOfStep(name);
  if (file.step === undefined && number < firstWithHeader) {
    return { name, number, kind: "expand", lock: "exclusive", seconds: 1 };
  }
  const header = Header.parse(file.step);
  if ((header.kind === "backfill") !== (file.batch !== undefined)) {
    throw new Error(`${name}: a backfill has a batch, and nothing else has`);
  }
  return { name, number, ...header };
}
