import { now, row, rows, today, type BilingualName } from "../base/index.ts";
import { selectUnits, type Unit, type UnitKind } from "./unit.ts";

/** A unit as it stands in lists, with what lies directly below it. */
export interface UnitLine extends BilingualName {
  readonly id: string;
  readonly kind: UnitKind;
  readonly code: string;
  readonly parentId: string | null;
  readonly units: number;
  readonly posts: number;
}

/** The state, what stands under it, and what stands under that. */
export function unitTree(): Promise<UnitLine[]> {
  return rows<UnitLine>(
    `${selectLines} where u.closed_on is null and cardinality(u.ancestor_ids) <= 2
       or u.kind = 'district' and u.closed_on is null
     ${inOrder}`,
  );
}

export function unitsBelow(parentId: string): Promise<UnitLine[]> {
  return rows<UnitLine>(
    `${selectLines} where u.parent_id = $parentId and u.closed_on is null ${inOrder}`,
    { parentId },
  );
}

/** Open units whose name or code has these words, in either script. */
export function searchUnits(words: string, limit = 50): Promise<UnitLine[]> {
  return rows<UnitLine>(
    `${selectLines}
     where u.closed_on is null and concat_ws(' ', u.code, u.name_en, u.name_hi) ilike all (
       select '%' || word || '%' from regexp_split_to_table($words, '\\s+') as word)
     order by cardinality(u.ancestor_ids), u.name_en limit $limit`,
    { words: escapeLike(words), limit },
  );
}

/** From the top down to the unit itself. */
export function unitsAbove(unit: Pick<Unit, "ancestorIds">): Promise<Unit[]> {
  return rows<Unit>(`${selectUnits} where id = any($ids) order by cardinality(ancestor_ids)`, {
    ids: unit.ancestorIds,
  });
}

export interface SectionSubject extends BilingualName {
  readonly id: string;
}

export function subjectsOf(unitId: string): Promise<SectionSubject[]> {
  return rows<SectionSubject>(
    `select id, name_en as "nameEn", name_hi as "nameHi" from section_subjects
     where unit_id = $unitId order by name_en`,
    { unitId },
  );
}

export interface OfficeCounts {
  readonly units: number;
  readonly posts: number;
  readonly vacant: number;
  readonly people: number;
}

/** How large the office is today. */
export async function countOffice(): Promise<OfficeCounts> {
  const counted = await row<OfficeCounts>(
    `select (select count(*) from units where closed_on is null) as units,
       (select count(*) from posts where closed_on is null) as posts,
       (select count(*) from posts p where p.closed_on is null and not exists (
         select 1 from charges c where c.post_id = p.id and c.from_on <= $day
           and (c.until_on is null or c.until_on >= $day))) as vacant,
       (select count(*) from employees where left_on is null) as people`,
    { day: today(now()) },
  );
  return counted ?? { units: 0, posts: 0, vacant: 0, people: 0 };
}

/** What a person typed, with the signs that mean something to LIKE made plain. */
export function escapeLike(words: string): string {
  return words.replace(/[%_\\]/g, "\\$&");
}

const selectLines = `
  select u.id, u.kind, u.code, u.name_en as "nameEn", u.name_hi as "nameHi", u.parent_id as "parentId",
    (select count(*) from units c where c.parent_id = u.id and c.closed_on is null) as units,
    (select count(*) from posts p where p.unit_id = u.id and p.closed_on is null) as posts
  from units u`;

const inOrder = `order by cardinality(u.ancestor_ids), u.kind, u.number, u.name_en`;
