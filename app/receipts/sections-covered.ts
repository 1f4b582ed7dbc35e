import { rows, type Actor, type BilingualName } from "../base/index.ts";

export interface CoveredSection extends BilingualName {
  readonly id: string;
  readonly code: string;
}

/** The sections whose registers this post may turn to: its own, and those its role covers. */
export function sectionsCovered(actor: Actor): Promise<CoveredSection[]> {
  return rows<CoveredSection>(
    `select id, code, name_en as "nameEn", name_hi as "nameHi" from units u
     where id = $own or (u.ancestor_ids && $covered::uuid[]
       and exists (select from receipts r where r.diary_unit_id = u.id))
     order by id <> $own, code limit 300`,
    { own: actor.unitId, covered: actor.coveredUnitIds },
  );
}
