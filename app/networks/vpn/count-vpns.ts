import { now, rows, today, type BilingualName } from "../../base/index.ts";

/** How an office stands: the counters of a roll-out. */
export interface OfficeCount {
  /** Null gathers people who hold no post today. */
  readonly office: (BilingualName & { readonly id: string; readonly code: string }) | null;
  readonly people: number;
  readonly mailIds: number;
  /** VPNs ever issued and not revoked. */
  readonly issued: number;
  readonly active: number;
  readonly expiring: number;
  readonly expired: number;
  /** People without a VPN in force. */
  readonly without: number;
}

export const daysAhead = 30;

/** Every office with its people and their VPNs. */
export function countVpns(): Promise<OfficeCount[]> {
  return rows<OfficeCount>(statement, { day: today(now()), daysAhead });
}

const zero = { people: 0, mailIds: 0, issued: 0, active: 0, expiring: 0, expired: 0, without: 0 };

export type Counts = typeof zero;

/** The counters of all offices together. */
export function sumOf(counts: readonly OfficeCount[]): Counts {
  return counts.reduce<Counts>(
    (sum, one) => ({
      people: sum.people + one.people,
      mailIds: sum.mailIds + one.mailIds,
      issued: sum.issued + one.issued,
      active: sum.active + one.active,
      expiring: sum.expiring + one.expiring,
      expired: sum.expired + one.expired,
      without: sum.without + one.without,
    }),
    zero,
  );
}

/** The part of the people who have a VPN in force, in whole per cent. */
export function shareOf({ people, without }: Pick<Counts, "people" | "without">): number {
  return people === 0 ? 0 : Math.round(((people - without) * 100) / people);
}

/** The office of a person: where the main post lies, sections counted to the office above them. */
export const officeOfEmployee = (employee: string): string => `(
  select office.id from charges c
  join posts p on p.id = c.post_id
  join units u on u.id = p.unit_id
  join units office on office.id = any(u.ancestor_ids) and office.kind <> 'section'
  where c.employee_id = ${employee} and c.from_on <= $day and (c.until_on is null or c.until_on >= $day)
  order by c.kind <> 'substantive', cardinality(office.ancestor_ids) desc limit 1)`;

const statement = `
  with people as (
    select e.id, e.email, ${officeOfEmployee("e.id")} as office_id
    from employees e where e.left_on is null or e.left_on >= $day
  ), tunnels as (
    select v.employee_id, count(*) filter (where v.state <> 'revoked') as issued,
      count(*) filter (where ${isActive("v")}) as active,
      count(*) filter (where ${isActive("v")} and v.expires_on <= $day::date + $daysAhead::int) as expiring,
      count(*) filter (where v.state = 'active' and v.expires_on < $day) as expired
    from vpn_accounts v group by v.employee_id
  )
  select case when o.id is not null then json_build_object('id', o.id, 'code', o.code,
      'nameEn', o.name_en, 'nameHi', o.name_hi) end as office,
    count(*) as people, count(*) filter (where p.email <> '') as "mailIds",
    coalesce(sum(t.issued), 0)::int as issued, coalesce(sum(t.active), 0)::int as active,
    coalesce(sum(t.expiring), 0)::int as expiring, coalesce(sum(t.expired), 0)::int as expired,
    count(*) filter (where coalesce(t.active, 0) = 0) as without
  from people p left join tunnels t on t.employee_id = p.id left join units o on o.id = p.office_id
  group by o.id order by o.name_en nulls last`;

/** In force: given out, neither suspended nor revoked, and not past its last day. */
export function isActive(alias: string): string {
  return `(${alias}.state = 'active' and (${alias}.expires_on is null or ${alias}.expires_on >= $day::date))`;
}
