import { capture } from "../../installer/host/index.ts";
import { databaseRepository } from "../engine/pgbackrest.ts";
import type { BackupPlaces } from "../places.ts";

export type ClockDoubt = "unsynchronised" | "behind" | "gap";

const hour = 3_600_000;
/** A long weekend without electricity. */
const longestRest = 4 * 24 * hour;

/**
 * Why nothing may expire by this clock; undefined where nothing speaks against it. One evening with a clock that is a
 * year ahead would take everything away but the newest set.
 */
export async function doubtClock(
  places: BackupPlaces,
  now = new Date(),
): Promise<ClockDoubt | undefined> {
  const { sets } = await databaseRepository(places);
  const ends = sets.map(({ endedAt }) => endedAt);
  return doubtOf(ends, { now, isSynchronised: await isSynchronised() });
}

interface Clock {
  readonly now: Date;
  readonly isSynchronised: boolean;
}

/**
 * By when the sets ended. After a gap, be it of the clock or of an office that was switched off, the next evening
 * finds a set of the evening before and expiry goes on; sets of the same evening prove nothing.
 */
export function doubtOf(
  ends: readonly Date[],
  { now, isSynchronised }: Clock,
): ClockDoubt | undefined {
  if (!isSynchronised) {
    return "unsynchronised";
  }
  const ages = ends.map((end) => now.getTime() - end.getTime());
  if (ages.some((age) => age < 0)) {
    return "behind";
  }
  const earlier = ages.filter((age) => age > 12 * hour);
  return earlier.length > 0 && Math.min(...earlier) > longestRest ? "gap" : undefined;
}

async function isSynchronised(): Promise<boolean> {
  const asked = ["timedatectl", "show", "--property=NTPSynchronized"];
  return (await capture(asked, { timeoutSeconds: 30 })).output.includes("=yes");
}
