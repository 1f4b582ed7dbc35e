import { now, row, today } from "../base/index.ts";

/** A rule in force for a unit today: its own, else that of the nearest unit above, else the state's. */
export async function findParameter<Value>(
  name: string,
  unitId: string,
): Promise<Value | undefined> {
  const found = await row<{ value: Value }>(
    `select p.value from parameters p, units u
     where u.id = $unit and p.name = $name and p.from_on <= $on
       and (p.unit_id is null or p.unit_id = any(u.ancestor_ids))
     order by array_position(u.ancestor_ids, p.unit_id) desc nulls last, p.from_on desc, p.created_at desc
     limit 1`,
    { name, unit: unitId, on: today(now()) },
  );
  return found?.value;
}
