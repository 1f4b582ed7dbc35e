import { join } from "node:path";
import { statfs } from "node:fs/promises";
import { inOurDatabase, pendingSteps } from "../../database/index.ts";
import { places } from "../../places.ts";
import type { PendingMigration } from "../pending-migration.ts";
import { readMigration, type TableSizes } from "../read-migration.ts";
import { compareUsual } from "../compare-usual.ts";
import type {
  ConfigurationChange,
  Preview,
  UpgradeMachine,
  UsualChange,
} from "../upgrade-machine.ts";
import { releaseOf } from "./act.ts";
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

/** A release reads the administrator's file with its own schema. */
export async function configurationChanges(
  given: Parameters<UpgradeMachine["configurationChanges"]>[0],
): Promise<readonly ConfigurationChange[]> {
  const release = "release" in given ? given.release : releaseOf(given.version);
  const { error } = await toldBy<Judged>(release, "check-config");
  return error === undefined ? [] : [{ key: "site.yml", reason: error }];
}

interface Configured {
  readonly usual: Readonly<Record<string, string>>;
}

/** Both releases read the administrator's file: what he left out may mean something else from now on. */
export async function usualChanges({ release }: Preview): Promise<readonly UsualChange[]> {
  const [before, after] = await Promise.all(
    [places.current, release].map((one) => toldBy<Configured>(one, "diff-config")),
  );
  return compareUsual(before?.usual ?? {}, after?.usual ?? {});
}

/** What a verb of some release answers about this host's site.yml. */
async function toldBy<Answer>(release: string, verb: string): Promise<Answer> {
  const { output, errors } = await runCommandOf(release, [verb, "--json"]);
  const told = /^\{.*\}$/m.exec(output)?.[0];
  if (told === undefined) {
    throw new Error(`${verb} of ${release} could not judge site.yml: ${errors.slice(-500)}`);
  }
  return JSON.parse(told) as Answer;
}

export async function freeBytes(): Promise<number> {
  const rooms = await Promise.all([places.product, places.state].map((path) => statfs(path)));
  return Math.min(...rooms.map(({ bavail, bsize }) => bavail * bsize));
}
