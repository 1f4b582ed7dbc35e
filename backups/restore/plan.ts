import { archivedSegments, databaseRepository } from "../engine/pgbackrest.ts";
import { readTimelines } from "../engine/timelines.ts";
import { findGaps, type Gap } from "../engine/wal-gaps.ts";
import { readManifests } from "../manifest/manifests.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { BackupPlaces } from "../places.ts";
import { isLive } from "../postgres/scratch-cluster.ts";
import { chooseSets, type Choice, type Wish } from "./choose.ts";

export interface RestorePlan extends Choice {
  /** Postgres runs on the data: nothing is restored under a living office. */
  readonly isLive: boolean;
  /** Missing WAL between the nearest backup and the target: replay would stop there. */
  readonly gaps: readonly Gap[];
  readonly sets: readonly Manifest[];
}

/** What a restore would do, found out without changing anything. */
export async function planRestore(places: BackupPlaces, wish: Wish): Promise<RestorePlan> {
  const repository = await databaseRepository(places);
  if (!repository.isUsable) {
    throw new Error(`The repository cannot be used: ${repository.message}`);
  }
  const { genuine } = await readManifests(places);
  const timelines = await readTimelines(places);
  const choice = chooseSets(wish, { sets: repository.sets, manifests: genuine, timelines });
  const from = choice.candidates[0]?.startSegment ?? "";
  const until = choice.manifest ? stopOf(choice) : "";
  const gaps = findGaps(await archivedSegments(places)).filter(
    ({ before, after }) => before > from && (until === "" || after <= until),
  );
  return { ...choice, gaps, isLive: await isLive(places.postgres.data), sets: genuine };
}

/** The point of a set stands at most in the segment after the one its backup ended in. */
function stopOf({ candidates, manifest }: Choice): string {
  return candidates.find(({ label }) => label === manifest?.label)?.stopSegment ?? "";
}
