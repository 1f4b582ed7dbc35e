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
export function tryRestore<T>(
  places: BackupPlaces,
  manifest: Manifest,
  work: (trial: Trial) => Promise<T>,
): Promise<T> {
  const target: Target = { type: "name", value: manifest.name, timeline: "current" };
  return besideOffice(places, { set: manifest.label, target }, async (beside) => {
    const found = await asSuperuser(beside.cluster.reach, countRows);
    return work({ ...beside, faults: differences(manifest, found) });
  });
}

interface Wanted {
  /** The label of the backup it begins with. */
  readonly set: string;
  readonly target: Target;
}

/** Restores to a target in a folder of its own, on a socket of its own. The living office does not notice. */
export async function besideOffice<T>(
  places: BackupPlaces,
  wanted: Wanted,
  work: (beside: Omit<Trial, "faults">) => Promise<T>,
): Promise<T> {
  const folder = await makeScratchFolder(places, "trial");
  try {
    const data = await makeDataFolder(places, join(folder, "data"));
    await restoreDatabase(places, { ...wanted, into: data });
    const cluster = await startScratchCluster(places, { data, folder, archiving: "off" });
    try {
      return await work({ folder, cluster });
    } finally {
      await cluster.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
