import type { Part } from "../engine/parse-restic.ts";
import { snapshotsIn, verifyStore, type Store } from "../engine/restic.ts";
import { forEscrow } from "../keep/back-up-documents.ts";
import { secondStore, withOpenStore } from "../keep/stores.ts";
import type { BackupPlaces } from "../places.ts";
import { reachNamed } from "../shipping/shelf.ts";
import type { Verdict } from "./read-repositories.ts";

const week = 7 * 86_400_000;

/** By the calendar, so that each part has its turn and nothing need be remembered. */
export function partOfWeek(at: Date, of: number): Part {
  return { number: (Math.floor(at.getTime() / week) % of) + 1, of };
}

/**
 * Reads a part of each store on the second host; undefined where there is none. Its WAL is not read by itself: every
 * hour the store takes in the archive it was carried from. A host that does not answer is no damage: that is thrown.
 */
export async function readSecond(places: BackupPlaces, part: Part): Promise<Verdict | undefined> {
  const store = await secondStore(places);
  if (!store) {
    return undefined;
  }
  await reachNamed(places);
  const faults = await faultsOf("backups", store, part);
  if (forEscrow(places).length > 0) {
    const found = await withOpenStore(places, (open) => faultsOf("configuration", open, part));
    faults.push(...(found ?? []));
  }
  if (faults.length > 0) {
    await reachNamed(places); // it may have gone away meanwhile
  }
  return { isWhole: faults.length === 0, faults };
}

async function faultsOf(name: string, store: Store, part: Part): Promise<string[]> {
  const { isWhole, faults } = await verifyStore(store, part);
  if (!isWhole) {
    const told = faults.length > 0 ? faults : ["restic does not call it whole"];
    return told.map((fault) => `second host, ${name}: ${fault}`);
  }
  const snapshots = await snapshotsIn(store);
  return snapshots.length > 0 ? [] : [`second host, ${name}: nothing lies there`];
}
