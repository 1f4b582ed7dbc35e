import { conflict, row } from "../base/index.ts";

export const officeRule = "offices.office";

/** The units of the offices that work here today. */
const workingOffices = `
  select w.id, w.code, w.ancestor_ids from units w join (
    select distinct on (r.unit_id) r.unit_id, r.value->>'state' as state
    from parameters r where r.name = '${officeRule}'
    order by r.unit_id, r.from_on desc, r.created_at desc, r.id desc
  ) kept on kept.unit_id = w.id and kept.state = 'working'`;

/**
 * The units of one office: all below it, but not those of another office that works beneath it, nor the desk where
 * that one's trial is. `office` is SQL for the id of its unit.
 */
export const ownUnits = (office: string): string => `
  select own.id from units own where ${office} = any(own.ancestor_ids)
    and own.code !~ '^TRIAL-[0-9]+$' and not exists (
      select 1 from (${workingOffices}) other where other.id <> ${office}
        and ${office} = any(other.ancestor_ids) and other.id = any(own.ancestor_ids))`;

export async function isOwn(officeId: string, unitId: string): Promise<boolean> {
  const found = await row(`select 1 as one where $unitId::uuid in (${ownUnits("$officeId")})`, {
    officeId,
    unitId,
  });
  return found !== undefined;
}

/** The file of one office writes into no unit of another. */
export async function refuseForeignUnit(
  officeId: string,
  unit: { readonly id: string; readonly code: string },
): Promise<void> {
  if (!(await isOwn(officeId, unit.id))) {
    throw conflict("The unit {code} belongs to another office.", { code: unit.code });
  }
}

/** Whoever is above an office cannot leave before it: its people would lose what they see and sign by. */
export async function refuseWithOfficesBeneath(unitId: string): Promise<void> {
  const beneath = await row<{ code: string }>(
    `select code from (${workingOffices}) w
     where w.id <> $unitId and $unitId = any(w.ancestor_ids) order by code limit 1`,
    { unitId },
  );
  if (beneath) {
    throw conflict("The office {code} works beneath this one. Take that one out first.", beneath);
  }
}
