import { releaseStaleLocks } from "../engine/restic.ts";
import { record } from "../figures/record.ts";
import type { BackupPlaces } from "../places.ts";
import { localStore } from "./stores.ts";

/** Takes away what a killed run or a power cut left locked in the store of documents, and counts it. */
export async function releaseLocks(places: BackupPlaces): Promise<number> {
  const released = await releaseStaleLocks(await localStore(places));
  if (released > 0) {
    await record(places, {}, released);
  }
  return released;
}
