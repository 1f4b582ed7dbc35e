import { row } from "../base/index.ts";

/** The office a unit belongs to: the department, directorate or district above its sections. */
export async function officeOf(unitId: string): Promise<string> {
  const found = await row<{ id: string }>(
    `select above.id from units u join units above on above.id = any(u.ancestor_ids)
     where u.id = $unitId and above.kind <> 'section'
     order by array_position(u.ancestor_ids, above.id) desc limit 1`,
    { unitId },
  );
  return found?.id ?? unitId;
}
