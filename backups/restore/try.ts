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
 *
 * @throws RestoreRefused where no backup reaches the moment
 */
export async function tryWish<T>(
  places: BackupPlaces,
  wish: Wish,
  work: (tried: Tried) => Promise<T>,
): Promise<T> {
  const { candidates, target } = await planRestore(places, wish);
  const [nearest] = candidates;
  if (!nearest) {
    throw new RestoreRefused("nothing", "No backup reaches what was asked for");
  }
  const { label } = nearest;
  return besideOffice(places, { set: label, target }, async ({ cluster: { reach } }) => {
    const past = (await asSuperuser(reach, countRows)).rows;
    const living = await asSuperuser(places.postgres, countRows).catch(() => undefined);
    const tables = Object.keys({ ...past, ...living?.rows })
      .toSorted()
      .map((table) => ({ table, before: past[table] ?? 0, now: living?.rows[table] ?? null }))
      .filter((each) => each.before !== each.now);
    return work({ label, tables, reach });
  });
}
