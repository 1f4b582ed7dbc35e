import { rows, type BilingualName } from "../base/index.ts";

/** A section whose list of subjects has words of this letter's subject. */
export interface SuggestedSection extends BilingualName {
  readonly id: string;
  readonly code: string;
  readonly subjectEn: string;
  readonly subjectHi: string;
}

/** Where letters about this usually go, the likeliest first. Endings of words do not count. */
export function suggestSections(subject: string): Promise<SuggestedSection[]> {
  return rows<SuggestedSection>(statement, { subject: subject.toLowerCase() });
}

const statement = `
  select u.id, u.code, u.name_en as "nameEn", u.name_hi as "nameHi",
    s.name_en as "subjectEn", s.name_hi as "subjectHi"
  from section_subjects s
  join units u on u.id = s.unit_id and u.closed_on is null
  cross join lateral (
    select count(*) as hits
    from regexp_split_to_table(lower(s.name_en || ' ' || s.name_hi), '[\\s,()/-]+') as word
    where length(word) >= 4
      and position(left(word, greatest(4, length(word) - 1)) in $subject) > 0
  ) as found
  where found.hits > 0
  order by found.hits desc, u.code
  limit 3`;
