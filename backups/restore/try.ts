import { countRows } from "../manifest/take-point.ts";
import type { BackupPlaces } from "../places.ts";
import { asSuperuser, type Reach } from "../postgres/as-superuser.ts";
import { besideOffice } from "../verify/try-restore.ts";
import type { Wish } from "./choose.ts";
import { planRestore } from "./plan.ts";
import { RestoreRefused } from "./run.ts";

export interface Tried {
  /** The backup it began with. */
  readonly label: string;
  /** Nearer ones that did not lead there. */
  readonly skipped: readonly string[];
  /** It is the end of the set's backup; see `RestorePlan`. */
  readonly isBeforePoint: boolean;
  /** Tables that hold another number of rows now. `now` is null where the office's database does not answer. */
  readonly tables: readonly {
    readonly table: string;
    readonly before: number;
    readonly now: number | null;
  }[];
  /** Where Postgres can be asked about that moment while the work goes on. */
  readonly reach: Reach;
}

/**
 * Goes back to a moment beside the office, which goes on working, and lets somebody look; afterwards it is gone.
 * As in a restore, a backup that cannot be brought up gives way to the one before.
 *
 * @throws RestoreRefused where no backup reaches the moment
 */
export async function tryWish<T>(
  places: BackupPlaces,
  wish: Wish,
  work: (tried: Tried) => Promise<T>,
): Promise<T> {
  const { candidates, target, isBeforePoint } = await planRestore(places, wish);
  const skipped: string[] = [];
  let reason: unknown = new RestoreRefused("nothing", "No backup reaches what was asked for");
  for (const { label } of candidates) {
    let isReached = false;
    try {
      return await besideOffice(places, { set: label, target }, async ({ cluster: { reach } }) => {
        isReached = true;
        const tables = await compare(places, reach);
        return work({ label, skipped, isBeforePoint, tables, reach });
      });
    } catch (error) {
      if (isReached) {
        throw error;
      }
      skipped.push(label);
      reason = error;
    }
  }
  throw reason;
}

async function compare({ postgres }: BackupPlaces, reach: Reach): Promise<Tried["tables"]> {
  const past = (await asSuperuser(reach, countRows)).rows;
  const living = await asSuperuser(postgres, countRows).catch(() => undefined);
  return Object.keys({ ...past, ...living?.rows })
    .toSorted()
    .map((table) => ({ table, before: past[table] ?? 0, now: living?.rows[table] ?? null }))
    .filter((each) => each.before !== each.now);
}
