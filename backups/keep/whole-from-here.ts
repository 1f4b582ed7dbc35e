import type { DatabaseSet } from "../engine/parse-info.ts";
import type { BackupPlaces } from "../places.ts";
import { readHolds } from "./holds.ts";
import { wholeFrom } from "./retention.ts";

/** The set from which this host keeps WAL without a break; before it expiry leaves holes. */
export async function wholeFromHere(
  places: BackupPlaces,
  sets: readonly DatabaseSet[],
): Promise<DatabaseSet | undefined> {
  const holds = await readHolds(places.state);
  return wholeFrom(sets, { rules: places, holds, now: new Date() });
}
