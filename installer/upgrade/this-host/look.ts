import { join } from "node:path";
import { statfs } from "node:fs/promises";
import { inOurDatabase, pendingSteps } from "../../database/index.ts";
import { places } from "../../places.ts";
import type { PendingMigration } from "../pending-migration.ts";
import { readMigration, type TableSizes } from "../read-migration.ts";
import type { ConfigurationChange, Preview } from "../upgrade-machine.ts";
import { runCommandOf } from "./own-command.ts";

/** What is looked at before an upgrade; nothing here changes anything. */
export async function pendingMigrations({
  release,
}: Preview): Promise<readonly PendingMigration[]> {
  const [names, sizes] = await Promise.all([pendingSteps(release), tableSizes()]);
  const folder = join(release, "build/app/migrations");
  return Promise.all(names.map((name) => readMigration(folder, name, sizes)));
}

async function tableSizes(): Promise<TableSizes> {
  const rows = await inOurDatabase((database) =>
    database.rows<{ name: string; bytes: string }>(
      `select relname as name, pg_total_relation_size(oid)::text as bytes
       from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    ),
  );
  return new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]));
}

interface Judged {
  readonly exit: number;
  readonly error?: ConfigurationChange["reason"];
}

/** The new release reads the administrator's file with its own schema. */
export async function configurationChanges({
  release,
}: Preview): Promise<readonly ConfigurationChange[]> {
  const { output, errors } = await runCommandOf(release, ["check-config", "--json"]);
  const told = /^\{.*\}$/m.exec(output)?.[0];
  if (told === undefined) {
    throw new Error(`The new release could not judge site.yml: ${errors.slice(-500)}`);
  }
  const { error } = JSON.parse(told) as Judged;
  return error === undefined ? [] : [{ key: "site.yml", reason: error }];
}

export async function freeBytes(): Promise<number> {
  const rooms = await Promise.all([places.product, places.state].map((path) => statfs(path)));
  return Math.min(...rooms.map(({ bavail, bsize }) => bavail * bsize));
}
