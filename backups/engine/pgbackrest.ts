/**
 * INVARIANT: no exit code is believed. What was asked for is looked for afterwards: a new set in `info`, every set
 * judged in `verify`, a data folder that Postgres starts on after `restore`.
 */
import { stat } from "node:fs/promises";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { capture, CommandFailed, mustRun, userId, type Ran } from "../../installer/host/index.ts";
import type { BackupPlaces } from "../places.ts";
import { parseInfo, type DatabaseSet, type Repository } from "./parse-info.ts";
import { parseVerify, type DatabaseVerdict } from "./parse-verify.ts";

const hours = 3600;

export async function databaseRepository(places: BackupPlaces): Promise<Repository> {
  const ran = await pgbackrest(places, ["info", "--output=json", "--log-level-console=off"]);
  return parseInfo(ran.output, places.stanza);
}

/** Makes the repository for this cluster; nothing happens where it is already made. */
export async function createStanza(places: BackupPlaces): Promise<void> {
  await must(places, ["stanza-create"]);
  await must(places, ["check"]);
}

/** Takes a backup and answers with the set that was not there before. */
export async function backUpDatabase(
  places: BackupPlaces,
  type: DatabaseSet["type"],
): Promise<DatabaseSet> {
  await refuseForeignLock(places);
  const before = await databaseRepository(places);
  await must(places, ["backup", `--type=${type}`, "--no-expire-auto"], 12 * hours);
  const after = await databaseRepository(places);
  const fresh = after.sets.find(({ label }) => !before.sets.some((known) => known.label === label));
  if (!after.isUsable || !fresh) {
    throw new Error(`pgBackRest ended well but left no new backup: ${after.message}`);
  }
  if (fresh.hasErrors) {
    throw new Error(`Damaged pages were found while ${fresh.label} was taken`);
  }
  return fresh;
}

/** Reads every byte of every set and of the archive. */
export async function verifyDatabase(
  places: BackupPlaces,
  labels: readonly string[],
): Promise<DatabaseVerdict> {
  const ran = await pgbackrest(places, ["verify", "--output=text", "--verbose"], 12 * hours);
  return parseVerify(`${ran.output}\n${ran.errors}`, labels);
}

export interface Target {
  readonly type: "default" | "time" | "name" | "lsn" | "immediate";
  readonly value?: string;
  /** Left out, the newest: after an earlier restore that is the one which turned off at the moment gone back to. */
  readonly timeline?: number | "current";
}

export interface DatabaseRestore {
  readonly set: string;
  readonly target: Target;
  /** A folder that is empty or does not exist: nothing is ever restored over what is there. */
  readonly into: string;
}

/** Brings a set back into a fresh folder; Postgres replays up to the target when it starts there. */
export async function restoreDatabase(
  places: BackupPlaces,
  { set, target, into }: DatabaseRestore,
): Promise<void> {
  const aim = [
    `--type=${target.type}`,
    ...(target.value === undefined ? [] : [`--target=${target.value}`]),
    ...(target.type === "default" ? [] : ["--target-action=promote"]),
    ...alongTimeline(target),
  ];
  await must(places, ["restore", `--set=${set}`, `--pg1-path=${into}`, ...aim], 12 * hours);
}

/** Postgres would follow the newest, which may have turned off before the backup was even taken. */
function alongTimeline({ type, timeline }: Target): string[] {
  return type === "immediate"
    ? ["--recovery-option=recovery_target_timeline=current"] // pgBackRest takes no timeline with it
    : [`--target-timeline=${timeline ?? "latest"}`];
}

/** Removes one set, and those that need it. */
export async function expireSet(places: BackupPlaces, label: string): Promise<void> {
  await must(places, ["expire", `--set=${label}`]);
}

/** Removes WAL older than so many full sets; what older sets need to be consistent stays. */
export async function expireArchive(places: BackupPlaces, fullSets: number): Promise<void> {
  const keep = ["--repo1-retention-archive-type=full", `--repo1-retention-archive=${fullSets}`];
  await must(places, ["expire", ...keep]);
}

/** Opens a file of the repository. */
export async function readFromRepository(places: BackupPlaces, path: string): Promise<string> {
  return must(places, ["repo-get", path]);
}

/** The names of all archived segments. */
export async function archivedSegments(places: BackupPlaces): Promise<string[]> {
  const top = join(places.folder, "database/archive", places.stanza);
  const found = await readdir(top, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function must(
  places: BackupPlaces,
  words: readonly string[],
  timeoutSeconds = 600,
): Promise<string> {
  return mustRun(command(places, words), { user: places.postgres.user, timeoutSeconds });
}

async function pgbackrest(
  places: BackupPlaces,
  words: readonly string[],
  timeoutSeconds = 600,
): Promise<Ran> {
  const ran = await capture(command(places, words), { user: places.postgres.user, timeoutSeconds });
  if (ran.code === 124 || ran.code === 127) {
    throw new CommandFailed(command(places, words), ran);
  }
  return ran;
}

type Called = Pick<BackupPlaces, "pgbackrest" | "stanza">;

function command({ pgbackrest, stanza }: Called, words: readonly string[]): string[] {
  const from = [`--config=${pgbackrest.config}`, `--config-include-path=${pgbackrest.secrets}`];
  return ["pgbackrest", ...from, `--stanza=${stanza}`, ...words];
}

/** What Postgres runs for every segment. */
export function archiveCommand(places: Called): string {
  return command(places, ["archive-push", "%p"]).join(" ");
}

/** A lock folder of another user makes every run end with "locked", for days, though nobody runs. */
async function refuseForeignLock({ pgbackrest: { lock }, postgres }: BackupPlaces): Promise<void> {
  const found = await stat(lock).catch(() => undefined);
  const owner = userId(postgres.user);
  if (found && owner !== undefined && found.uid !== owner) {
    throw new Error(`${lock} does not belong to ${postgres.user}: chown ${postgres.user} ${lock}`);
  }
}
