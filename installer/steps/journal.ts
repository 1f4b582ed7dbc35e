import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeWhole } from "../host/index.ts";
import { places } from "../places.ts";

export interface StepRecord {
  readonly id: string;
  readonly at: string;
  readonly seconds: number;
  readonly changes: number;
}

/** How far an installation got, kept through kills and power cuts. */
export interface Journal {
  readonly version?: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** Every step of the last run that was finished, in its order. */
  readonly steps?: readonly StepRecord[];
  /** The step under way: after a kill it says where. */
  readonly step?: string;
  /** Steps that were broken off: what they wrote may not have been taken up, and stands here until they are through. */
  readonly broken?: readonly string[];
  /** It is not a new office: the run brings one back from its backups. */
  readonly isRestoring?: boolean;
  /** When a run was last made with the checks beforehand left out. */
  readonly uncheckedAt?: string;
  /** The one-time password was on the screen, or on paper. */
  readonly administratorShown?: boolean;
}

const file = join(places.installer, "journal.json");

export async function readJournal(path: string = file): Promise<Journal> {
  return existsSync(path) ? (JSON.parse(await readFile(path, "utf8")) as Journal) : {};
}

/** Lays what is given over what is known, whole or not at all. */
export async function writeJournal(given: Journal, path: string = file): Promise<Journal> {
  const journal = { ...(await readJournal(path)), ...given };
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const content = `${JSON.stringify(journal, null, 2)}\n`;
  await writeWhole(path, content, { mode: 0o600, uid: ownId(), gid: ownId() });
  return journal;
}

function ownId(): number {
  return process.getuid?.() ?? 0;
}
