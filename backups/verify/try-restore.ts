import { rm } from "node:fs/promises";
import { join } from "node:path";
import { restoreDatabase, type Target } from "../engine/pgbackrest.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { differences } from "../manifest/refuse-hollow.ts";
import { countRows } from "../manifest/take-point.ts";
import type { BackupPlaces } from "../places.ts";
import { asSuperuser } from "../postgres/as-superuser.ts";
import {
  makeDataFolder,
  makeScratchFolder,
  startScratchCluster,
  type ScratchCluster,
} from "../postgres/scratch-cluster.ts";

export interface Trial {
  readonly folder: string;
  readonly cluster: ScratchCluster;
  readonly faults: readonly string[];
}

/** Restores the database of a set to its point beside the real one, and lets the work look at it; then it is gone. */
export async function tryRestore<T>(
  places: BackupPlaces,
  manifest: Manifest,
  work: (trial: Trial) => Promise<T>,
): Promise<T> {
  const folder = await makeScratchFolder(places, `trial-${process.pid}`);
  const target: Target = { type: "name", value: manifest.name };
  try {
    const data = await makeDataFolder(places, join(folder, "data"));
    await restoreDatabase(places, { set: manifest.label, target, into: data });
    const cluster = await startScratchCluster(places, { data, folder, archiving: "off" });
    try {
      const found = await asSuperuser(cluster.reach, countRows);
      return await work({ folder, cluster, faults: differences(manifest, found) });
    } finally {
      await cluster.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
