import {
  change,
  conflict,
  now,
  record,
  row,
  today,
  transaction,
  type Actor,
} from "../base/index.ts";
import { organisationPolicy, wholeOffice } from "./policy.ts";
import { lockOpenUnit } from "./unit.ts";

/** Closes a unit that has nothing open below it; its history stays. */
export function closeUnit(actor: Actor, unitId: string): Promise<void> {
  return transaction(async () => {
    organisationPolicy.authorize(actor, "administer", wholeOffice);
    await lockOpenUnit(unitId);
    await refuseWhileInUse(unitId);
    await change("units", { id: unitId }, { closedOn: today(now()) });
    await record(actor, "organisation.unit-closed", { subject: { type: "unit", id: unitId } });
  });
}

async function refuseWhileInUse(unitId: string): Promise<void> {
  const open = await row<{ units: number; posts: number }>(
    `select (select count(*) from units where parent_id = $unitId and closed_on is null) as units,
       (select count(*) from posts where unit_id = $unitId and closed_on is null) as posts`,
    { unitId },
  );
  if (open && open.units + open.posts > 0) {
    throw conflict(
      "This unit still has {units} units and {posts} posts that are open. Close them first.",
      { units: open.units, posts: open.posts },
    );
  }
}
