import type { BackupPlaces } from "../places.ts";
import { databaseRepository, expireArchive, expireSet } from "../engine/pgbackrest.ts";
import { forgetSnapshots, snapshotsIn, type Store } from "../engine/restic.ts";
import { listConfigurations, removeConfiguration } from "../escrow/archives.ts";
import { readManifests, removeManifest } from "../manifest/manifests.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { readHolds } from "./holds.ts";
import { expired, expiredMoments, fullSetsWithWal } from "./retention.ts";

export interface Expired {
  readonly sets: readonly string[];
  readonly snapshots: number;
  readonly configurations: number;
}

/** Removes from this host what the rules and no order keep. The second host is out of reach on purpose. */
export async function expireBackups(
  places: BackupPlaces,
  store: Store,
  now = new Date(),
): Promise<Expired> {
  const { genuine } = await readManifests(places);
  const holds = await readHolds(places.state);
  const { sets } = await databaseRepository(places);
  const points = genuine.map(({ name, at, label }) => ({ name, label, at: new Date(at) }));
  const judged = { rules: places, holds, points, now };
  const gone = expired(sets, judged);
  const left = sets.filter(({ label }) => !gone.includes(label));
  const kept = genuine.filter(({ label }) => !gone.includes(label));
  // Manifests first: broken off here, backups without one are left, which are no sets and go with the next run.
  for (const { name } of genuine.filter(({ label }) => gone.includes(label))) {
    await removeManifest(places, name);
  }
  for (const label of gone.toReversed()) {
    const still = (await databaseRepository(places)).sets.some((set) => set.label === label);
    if (still) {
      await expireSet(places, label);
    }
  }
  if (left.length > 0) {
    await expireArchive(places, fullSetsWithWal(left, judged));
  }
  const isHeld = holds.length > 0;
  return {
    sets: gone,
    snapshots: isHeld ? 0 : await expireSnapshots(places, { store, kept, now }),
    configurations: isHeld ? 0 : await expireConfigurations(places, kept, now),
  };
}

interface Reach {
  readonly store: Store;
  readonly kept: readonly Manifest[];
  readonly now: Date;
}

async function expireSnapshots(places: BackupPlaces, { store, kept, now }: Reach): Promise<number> {
  const needed = kept.map(({ documents }) => documents.snapshot);
  const free = (await snapshotsIn(store)).filter(
    ({ id }) => !needed.some((snapshot) => id.startsWith(snapshot)),
  );
  const gone = expiredMoments(free, places, now);
  await forgetSnapshots(
    store,
    gone.map(({ id }) => id),
  );
  return gone.length;
}

async function expireConfigurations(
  places: BackupPlaces,
  kept: readonly Manifest[],
  now: Date,
): Promise<number> {
  const needed = new Set(kept.map(({ configuration }) => configuration?.name));
  const free = (await listConfigurations(places)).filter((name) => !needed.has(name));
  const gone = expiredMoments(
    free.map((name) => ({ name, at: momentOf(name) })),
    places,
    now,
  );
  for (const { name } of gone) {
    await removeConfiguration(places, name);
  }
  return gone.length;
}

function momentOf(name: string): Date {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(name) ?? [];
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return new Date(Date.UTC(year, month - 1, date, hour, minute, second));
}
