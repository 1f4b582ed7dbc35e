import { existsSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { restoreSnapshot, snapshotsIn, type Store } from "../engine/restic.ts";
import { localStore, secondStore, withOpenStore } from "../keep/stores.ts";
import type { BackupPlaces } from "../places.ts";
import { giveTreeTo } from "../postgres/give-tree.ts";
import { noteElsewhere } from "./elsewhere-note.ts";
import { fetchWal } from "./fetch-wal.ts";
import { removeBeginning } from "./remove-beginning.ts";

/** Brings the archives that the escrow opens here from the second host; no passphrase is needed for that. */
export async function fetchArchives(
  places: Pick<BackupPlaces, "folder" | "second">,
  before?: Date,
): Promise<void> {
  const isDone = await withOpenStore(places, async (store) => {
    await fetch(places, store, {
      tag: "configuration",
      parts: ["configuration", "escrow"],
      before,
    });
    return true;
  });
  if (!isDone) {
    throw new Error("No second host is set up: write its address first");
  }
}

/**
 * Brings the repository of the database and the manifests here, with the passphrase the escrow gave back. A store
 * that a new installation made here opens with another one: documents come from the second host itself then.
 */
export async function fetchBackups(places: BackupPlaces, before?: Date): Promise<void> {
  const store = await secondStore(places);
  if (!store) {
    throw new Error("No second host is set up: write its address first");
  }
  const wanted = { tag: "backups", parts: ["database", "manifests"], before };
  const since = await fetch(places, store, wanted);
  await fetchWal(places, { since, before });
  await putStoreAside(places);
  await noteElsewhere(places);
  await giveTreeTo(places.postgres.user, join(places.folder, "database"));
}

interface Wanted {
  readonly tag: string;
  readonly parts: readonly string[];
  readonly before: Date | undefined;
}

/** What lies here under these names is put aside, not thrown away: it may be evidence. Answers of when it is. */
async function fetch(
  places: Pick<BackupPlaces, "folder">,
  store: Store,
  wanted: Wanted,
): Promise<Date> {
  const { tag, parts, before } = wanted;
  const snapshots = (await snapshotsIn(store)).filter(({ tags }) => tags.includes(tag));
  const chosen = snapshots.findLast(({ at }) => before === undefined || at < before);
  if (!chosen) {
    throw new Error(`The second host has no ${tag} of before that moment`);
  }
  await removeBeginning(places.folder, unfinished);
  const side = await mkdtemp(join(places.folder, unfinished));
  try {
    await restoreSnapshot(store, { id: chosen.id, into: side });
    for (const part of parts) {
      // The lost machine may have kept them in another folder than this one does.
      const path = chosen.paths.find((one) => basename(one) === part);
      if (path === undefined) {
        throw new Error(`The second host's ${tag} of ${chosen.at.toISOString()} has no ${part}`);
      }
      await putAside(join(places.folder, part));
      await rename(join(side, path), join(places.folder, part));
    }
    return chosen.at;
  } finally {
    await rm(side, { recursive: true, force: true });
  }
}

/** One that opens stays: it has sets that need not come from elsewhere. */
async function putStoreAside(places: BackupPlaces): Promise<void> {
  const store = join(places.folder, "store");
  if (existsSync(join(store, "config"))) {
    await snapshotsIn(await localStore(places)).catch(() => putAside(store));
  }
}

const unfinished = "from-second-";

async function putAside(path: string): Promise<void> {
  if (existsSync(path)) {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    await rename(path, `${path}.before-${stamp}`);
  }
}
