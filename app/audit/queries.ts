import { rows, type BilingualName } from "../base/index.ts";
import type { RecordQuestion } from "./input.ts";

/** One line of the record, as the reading room shows it. */
export interface RecordLine {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly person: BilingualName | null;
  readonly post: BilingualName | null;
  readonly onBehalfOf: BilingualName | null;
  readonly address: string | null;
  readonly number: string | null;
  readonly seal: number | null;
}

export const linesOnPage = 50;

/** Lines of the record, newest first. Numbers of items only: their subjects and content are not for auditors. */
export function readRecord(question: RecordQuestion): Promise<RecordLine[]> {
  return rows<RecordLine>(statement, {
    number: question.number ? `%${question.number.replace(/[%_\\]/g, "\\$&")}%` : null,
    person: question.person ? `%${question.person.replace(/[%_\\]/g, "\\$&")}%` : null,
    action: question.action ?? null,
    from: question.from ?? null,
    until: question.until ?? null,
    before: question.before ?? null,
    limit: linesOnPage + 1,
  });
}

const nameOfEmployee = (alias: string): string =>
  `case when ${alias}.id is not null then json_build_object('nameEn', ${alias}.name_en, 'nameHi', ${alias}.name_hi) end`;

const statement = `
  select e.id, e.at, e.action, e.address, s.sequence as seal,
    ${nameOfEmployee("person")} as person, ${nameOfEmployee("post")} as post,
    ${nameOfEmployee("behalf")} as "onBehalfOf", coalesce(i.number, e.detail ->> 'number') as number
  from events e
  left join employees person on person.id = e.employee_id
  left join employees behalf on behalf.id = e.on_behalf_of_id
  left join posts post on post.id = e.post_id
  left join lateral (select number_of_item(e.item_id) as number) i on true
  left join seals s on s.source = 'events' and s.row_id = e.id
  where ($number::text is null or i.number ilike $number)
    and ($person::text is null or person.name_en ilike $person or person.name_hi ilike $person
      or person.code ilike $person)
    and ($action::text is null or e.action = $action)
    and ($from::date is null or e.at >= $from::date::timestamp at time zone 'Asia/Kolkata')
    and ($until::date is null or e.at < ($until::date + 1)::timestamp at time zone 'Asia/Kolkata')
    and ($before::uuid is null or (e.at, e.id) < (select a.at, a.id from events a where a.id = $before))
  order by e.at desc, e.id desc limit $limit`;
