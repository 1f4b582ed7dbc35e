import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeWhole } from "../host/index.ts";
import { places } from "../places.ts";
import type { State } from "./states.ts";
import type { Figures } from "./upgrade-machine.ts";

/** One upgrade, from its verification to its end; the next one begins a new journal. */
export interface UpgradeJournal {
  readonly from: string;
  readonly to: string;
  readonly bundle: string;
  /** The last state that was reached; none yet: undefined. */
  readonly state?: State;
  /** Set before the link is moved: from here on a failure must put the old release back. */
  readonly isSwitching?: boolean;
  /** Under which name the database can be brought back to just before. */
  readonly restorePoint?: string;
  /** How the release before fared just before the link was moved. */
  readonly usual?: Figures;
  /** Why it was put back. */
  readonly failure?: string;
  /** After this the release before is gone. */
  readonly isFinal?: boolean;
  readonly reached: readonly { readonly state: State; readonly at: string }[];
}

export interface JournalKeeper {
  read(): Promise<UpgradeJournal | undefined>;
  write(journal: UpgradeJournal): Promise<void>;
}

const file = join(places.installer, "upgrade.json");

/** The journal on this host, whole on the disk before anything goes on. */
export const journalOnDisk: JournalKeeper = {
  read: async () =>
    existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as UpgradeJournal) : undefined,
  write: async (journal) => {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const content = `${JSON.stringify(journal, null, 2)}\n`;
    await writeWhole(file, content, { mode: 0o600, uid: 0, gid: 0 });
  },
};

/** Whether an upgrade, or its undoing, was begun and came to no end. */
export function isUnfinished(journal: UpgradeJournal | undefined): journal is UpgradeJournal {
  const isDone = journal?.state === "current" && journal.failure === undefined;
  return journal !== undefined && !isDone && journal.state !== "rolled_back";
}
