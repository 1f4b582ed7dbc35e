import { archivedSegments, databaseRepository } from "../engine/pgbackrest.ts";
import { readTimelines } from "../engine/timelines.ts";
import { findGaps, type Gap } from "../engine/wal-gaps.ts";
import { wholeFromHere } from "../keep/whole-from-here.ts";
import { readManifests } from "../manifest/manifests.ts";
import type { Manifest } from "../manifest/manifest.ts";
import type { BackupPlaces } from "../places.ts";
import { isLive } from "../postgres/scratch-cluster.ts";
import { chooseSets, type Choice, type Wish } from "./choose.ts";
import { gapsOnTheWay } from "./gaps-on-the-way.ts";
import { settleForEnd } from "./settle-for-end.ts";

export interface RestorePlan extends Choice {
  /** Postgres runs on the data: nothing is restored under a living office. */
  readonly isLive: boolean;
  /** Missing WAL between the nearest backup and the target: replay would stop there. */
  readonly gaps: readonly Gap[];
  /** The WAL with the point of the set is gone; the end of its backup, moments before, is what can be reached. */
  readonly isBeforePoint: boolean;
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
  const wished = chooseSets(wish, { sets: repository.sets, manifests: genuine, timelines });
  const segments = await archivedSegments(places);
  const settled = settleForEnd(wished, segments);
  const choice = settled ?? wished;
  const gaps = gapsOnTheWay(choice, {
    gaps: findGaps(segments),
    wholeFrom: await wholeFromHere(places, repository.sets),
  });
  return {
    ...choice,
    gaps,
    isBeforePoint: settled !== undefined,
    isLive: await isLive(places.postgres.data),
    sets: genuine,
  };
}
