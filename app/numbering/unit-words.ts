import { invalid, row } from "../base/index.ts";

/** What a unit gives to its numbers. */
export type UnitWords = Readonly<
  Record<"unit" | "unitNumber" | "section" | "department" | "departmentNumber", string>
>;

/** The words of a unit, and of the department, directorate or district it belongs to. */
export async function unitWords(unitId: string): Promise<UnitWords> {
  const found = await row<UnitWords>(statement, { unit: unitId });
  if (!found) {
    throw invalid("unitId", "There is no such unit. Choose from the list.");
  }
  return found;
}

const statement = `
  select u.code as unit, coalesce(u.number, u.code) as "unitNumber", u.name_hi as section,
    coalesce(d.code, u.code) as department,
    coalesce(d.number, d.code, u.number, u.code) as "departmentNumber"
  from units u
  left join lateral (
    select above.code, above.number from units above
    where above.id = any(u.ancestor_ids)
      and above.kind in ('department', 'directorate', 'division', 'district', 'tehsil', 'office')
    order by array_position(u.ancestor_ids, above.id) desc limit 1
  ) d on true
  where u.id = $unit`;
