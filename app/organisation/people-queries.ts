import { now, rows, today, type BilingualName } from "../base/index.ts";
import type { ChargeKind } from "./charge.ts";
import { cursorOf, readCursor } from "./post-queries.ts";
import { escapeLike } from "./unit-queries.ts";

/** A post somebody holds or held. */
export interface HeldCharge extends BilingualName {
  readonly chargeId: string;
  readonly postId: string;
  readonly unitNameEn: string;
  readonly unitNameHi: string;
  readonly kind: ChargeKind;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly orderNumber: string;
  readonly orderOn: string | null;
}

export interface PersonLine extends BilingualName {
  readonly id: string;
  readonly code: string;
  readonly salutation: string;
  readonly email: string;
  readonly charges: readonly HeldCharge[];
}

const page = 50;

/** People whose name, code, e-mail or post has these words, in either script; fifty at a time by name. */
export async function listPeople(filter: { q?: string | undefined; before?: string | undefined }) {
  const [name = "", id = "00000000-0000-0000-0000-000000000000"] = readCursor(filter.before);
  const found = await rows<PersonLine>(
    `select e.id, e.code, e.salutation, e.name_en as "nameEn", e.name_hi as "nameHi", e.email,
       coalesce(held.charges, '[]') as charges
     from employees e left join lateral (
       select json_agg(h order by h.kind <> 'substantive') as charges,
         string_agg(concat_ws(' ', h."nameEn", h."nameHi"), ' ') as names
       from (select ${heldColumns} ${fromCharges} where c.employee_id = e.id
         and c.from_on <= $day and (c.until_on is null or c.until_on >= $day)) as h) as held on true
     where (e.name_en, e.id) > ($name, $id::uuid)
       and concat_ws(' ', e.name_en, e.name_hi, e.code, e.email, held.names) ilike all (
         select '%' || word || '%' from regexp_split_to_table($words, '\\s+') as word)
     order by e.name_en, e.id limit ${page + 1}`,
    { name, id, words: escapeLike(filter.q ?? ""), day: today(now()) },
  );
  const people = found.slice(0, page);
  const last = people.at(-1);
  return { people, next: found.length > page && last ? cursorOf(last.nameEn, last.id) : undefined };
}

/** Every charge of a person, the latest first. */
export function chargesOverTime(employeeId: string): Promise<HeldCharge[]> {
  return rows<HeldCharge>(
    `select ${heldColumns} ${fromCharges} where c.employee_id = $employeeId
     order by c.from_on desc, c.id desc limit 200`,
    { employeeId },
  );
}

const heldColumns = `
  c.id as "chargeId", p.id as "postId", p.name_en as "nameEn", p.name_hi as "nameHi",
  u.name_en as "unitNameEn", u.name_hi as "unitNameHi", c.kind, c.from_on as "fromOn",
  c.until_on as "untilOn", c.order_number as "orderNumber", c.order_on as "orderOn"`;

const fromCharges = `
  from charges c join posts p on p.id = c.post_id join units u on u.id = p.unit_id`;
