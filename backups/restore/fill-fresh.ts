import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { DatabaseSet } from "../engine/parse-info.ts";
import { restoreDatabase } from "../engine/pgbackrest.ts";
import { countRows, type Point } from "../manifest/take-point.ts";
import type { BackupPlaces } from "../places.ts";
import { asSuperuser } from "../postgres/as-superuser.ts";
import {
  makeDataFolder,
  makeScratchFolder,
  startScratchCluster,
} from "../postgres/scratch-cluster.ts";
import { stopLeft } from "../postgres/stop-left.ts";
import { mendCollations } from "./mend-collations.ts";
import type { RestorePlan } from "./plan.ts";
import { removeBeginning } from "./remove-beginning.ts";
import { beginReview } from "./review.ts";

/** What a run that was killed had brought so far: as large as the database, and proven by nobody. */
export async function removeUnfinished(data: string): Promise<void> {
  const [folder, beginning] = [dirname(data), `${basename(data)}.restored-`];
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(beginning))) {
    await stopLeft(join(folder, name));
  }
  await removeBeginning(folder, beginning);
}

export interface Filled {
  readonly set: DatabaseSet;
  readonly found: Omit<Point, "lsn">;
  /** Orders of names in which this machine differs from the one the backup is of. */
  readonly orders: number;
  /** Backups that were tried before and are damaged. */
  readonly skipped: string[];
}

interface Trying {
  readonly plan: RestorePlan;
  readonly fresh: string;
  readonly say: (line: string) => void;
}

/** Tries the nearest backup; one that cannot be restored, or that Postgres does not start on, is passed over. */
export async function fillFresh(
  places: BackupPlaces,
  { plan, fresh, say }: Trying,
): Promise<Filled> {
  const skipped: string[] = [];
  for (const set of plan.candidates) {
    try {
      const tried = await tryOne(places, { plan, fresh, label: set.label });
      return { set, ...tried, skipped };
    } catch (error) {
      await rm(fresh, { recursive: true, force: true });
      skipped.push(set.label);
      const reason = error instanceof Error ? error.message : String(error);
      say(`${set.label}: ${reason.split("\n").slice(-3).join(" ").slice(0, 400)}`);
    }
  }
  throw new Error(`None of ${skipped.length} backups could be restored: ${skipped.join(", ")}`);
}

async function tryOne(
  places: BackupPlaces,
  { plan, fresh, label }: Pick<Trying, "plan" | "fresh"> & { readonly label: string },
): Promise<Pick<Filled, "found" | "orders">> {
  await makeDataFolder(places, fresh);
  await restoreDatabase(places, { set: label, target: plan.target, into: fresh });
  const folder = await makeScratchFolder(places, "restore");
  try {
    const cluster = await startScratchCluster(places, { data: fresh, folder, archiving: "later" });
    try {
      return await asSuperuser(cluster.reach, async (client) => {
        const orders = await mendCollations(client);
        const found = await countRows(client);
        await beginReview(client);
        return { found, orders };
      });
    } finally {
      await cluster.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
