import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "../engine/restic.ts";
import { readPassphrase } from "../passphrase.ts";
import type { BackupPlaces } from "../places.ts";

/** The store of documents on this host. */
export async function localStore(places: BackupPlaces): Promise<Store> {
  return {
    at: { folder: join(places.folder, "store") },
    passphrase: await readPassphrase(places, "documents-passphrase"),
  };
}

/** The store on the second host, which takes in and gives out but deletes nothing. */
export async function secondStore(places: BackupPlaces): Promise<Store | undefined> {
  const { second } = places;
  return second && existsSync(second.addressFile)
    ? { at: second, passphrase: await readPassphrase(places, "documents-passphrase") }
    : undefined;
}
