import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Stored } from "../engine/parse-restic.ts";
import { backUpFolders, createStore } from "../engine/restic.ts";
import { record, type Happened } from "../figures/record.ts";
import type { BackupPlaces } from "../places.ts";
import { reachNamed, refusesDeletion, shelfOf } from "../shipping/shelf.ts";
import { releaseLocks } from "./release-locks.ts";
import { localStore, secondStore, withOpenStore } from "./stores.ts";

/**
 * Takes the document store in, and with it the newest checkpoint of the audit chain, so that every hour that can be
 * gone back to has its witness. Documents are written before the rows that name them: taken after the database,
 * none is missing.
 */
export async function backUpDocuments(places: BackupPlaces): Promise<Stored> {
  const store = await localStore(places);
  await createStore(store);
  await releaseLocks(places);
  const head = join(places.keys, "head.json");
  const folders = [places.documents, ...(existsSync(head) ? [head] : [])];
  const stored = await backUpFolders(store, folders, ["documents"]);
  const { files, bytes } = stored;
  await record(places, { documents: { at: new Date(), files, bytes } });
  return stored;
}

/** What is carried must not change meanwhile, so backups wait for it: not for longer than this. What is there, stays. */
const patienceSeconds = 2 * 3600;

/**
 * Carries everything to the second host: documents, the repository of the database with its WAL, configuration and
 * manifests. Answers whether there is a second host; one that does not answer keeps nobody waiting.
 */
export async function carryAway(places: BackupPlaces): Promise<boolean> {
  const second = await secondStore(places);
  if (!second) {
    return false;
  }
  await reachNamed(places);
  const store = { ...second, patienceSeconds };
  await createStore(store);
  await backUpFolders(store, [places.documents], ["documents"]);
  await backUpFolders(store, partsOf(places, ["database", "manifests"]), ["backups"]);
  const parts = forEscrow(places);
  if (parts.length > 0) {
    await withOpenStore(places, async (found) => {
      const open = { ...found, patienceSeconds };
      await createStore(open);
      await backUpFolders(open, parts, ["configuration"]);
    });
  }
  await record(places, { second: { at: new Date() }, ...(await appendOnlyProof(places)) });
  return true;
}

/** What goes into the part of the second host that needs no passphrase of ours. */
export function forEscrow(places: Pick<BackupPlaces, "folder">): string[] {
  return partsOf(places, ["configuration", "escrow"]);
}

function partsOf({ folder }: Pick<BackupPlaces, "folder">, names: readonly string[]): string[] {
  return names.map((name) => join(folder, name)).filter((path) => existsSync(path));
}

/** Every hour: a second host that was set up anew may have forgotten its promise. A folder gives none. */
async function appendOnlyProof(
  places: BackupPlaces,
): Promise<Pick<Partial<Happened>, "appendOnly">> {
  const shelf = shelfOf(places);
  return shelf ? { appendOnly: { at: new Date(), isProven: await refusesDeletion(shelf) } } : {};
}
