import { existsSync, readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Store } from "../engine/restic.ts";
import { makeMemoryFolder } from "../escrow/memory-folder.ts";
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
  return second && !isSecondAwaited(places)
    ? { at: second, passphrase: await readPassphrase(places, "documents-passphrase") }
    : undefined;
}

/** Whether a second host is named whose address was never brought: until then nothing reaches it. */
export function isSecondAwaited({ second }: Pick<BackupPlaces, "second">): boolean {
  return second !== undefined && !existsSync(second.addressFile);
}

/** The local one; where it is lost, the second. */
export async function anyStore(places: BackupPlaces): Promise<Store> {
  const local = await localStore(places);
  const isThere = "folder" in local.at && existsSync(join(local.at.folder, "config"));
  return isThere ? local : ((await secondStore(places)) ?? local);
}

/** No secret: what lies there is encrypted to the escrow, and must be reachable when every passphrase is lost. */
const openPassphrase = "configuration";

/** Lets the work use the part of the second host that holds the archives only the escrow opens. */
export async function withOpenStore<T>(
  { second }: Pick<BackupPlaces, "second">,
  work: (store: Store) => Promise<T>,
): Promise<T | undefined> {
  if (!second || isSecondAwaited({ second })) {
    return undefined;
  }
  const folder = await makeMemoryFolder("address");
  const addressFile = join(folder, "address");
  const address = readFileSync(second.addressFile, "utf8").trim().replace(/\/$/, "");
  try {
    await writeFile(addressFile, `${address}/configuration/`, { mode: 0o600 });
    return await work({ at: { ...second, addressFile }, passphrase: openPassphrase });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
