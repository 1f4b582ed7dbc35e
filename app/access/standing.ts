import { now, row, today, type Actor, type BilingualName } from "../base/index.ts";
import { owedFactorOf, type OwedFactor } from "./second-factor/owed.ts";
import { coveredUnits, permissionsOf, rolesOf } from "./rights/rights-of-posts.ts";

export interface HeldPost extends BilingualName {
  readonly id: string;
  readonly unitId: string;
  readonly kind: Actor["charge"];
  /** The substantive holder, where the post is held as his link officer. */
  readonly behalfId: string | null;
}

/** Who an account is today, the posts held, and what the acting post may do. One statement. */
export interface Standing extends BilingualName {
  readonly accountId: string;
  readonly employeeId: string;
  readonly mustChange: boolean;
  readonly isDisabled: boolean;
  readonly posts: readonly HeldPost[];
  readonly actingId: string | null;
  readonly roles: readonly string[] | null;
  readonly permissions: readonly string[] | null;
  readonly coveredUnitIds: readonly string[] | null;
  readonly unreadNotices: number;
  /** Whether a session must prove a second factor, or its owner set one up. */
  readonly owedFactor: OwedFactor | null;
}

/** Reads it afresh for every request: a change of charge or right counts at once. */
export function readStanding(
  accountId: string,
  actingPostId: string | null,
): Promise<Standing | undefined> {
  return row<Standing>(statement, { account: accountId, acting: actingPostId, day: today(now()) });
}

const statement = `
  with held as (
    select p.id, p.unit_id as "unitId", p.name_en as "nameEn", p.name_hi as "nameHi", c.kind,
      (select s.employee_id from charges s where c.kind = 'link' and s.post_id = c.post_id
        and s.kind = 'substantive' and s.from_on <= $day and (s.until_on is null or s.until_on >= $day))
        as "behalfId"
    from accounts a
    join charges c on c.employee_id = a.employee_id
      and c.from_on <= $day and (c.until_on is null or c.until_on >= $day)
    join posts p on p.id = c.post_id and p.closed_on is null
    where a.id = $account
    order by p.id = $acting::uuid desc, case c.kind when 'substantive' then 0 when 'additional' then 1 else 2 end
  ), acting as (
    select h.id, h."unitId", r.roles, ${permissionsOf("r.roles", "$day::date")} as permissions
    from (select * from held limit 1) as h
    cross join lateral (select ${rolesOf("h.id", "$day::date")} as roles) as r
  )
  select a.id as "accountId", a.employee_id as "employeeId", a.must_change as "mustChange",
    a.disabled_at is not null as "isDisabled", e.name_en as "nameEn", e.name_hi as "nameHi",
    coalesce((select json_agg(held) from held), '[]') as posts,
    acting.id as "actingId", acting.roles,
    acting.permissions,
    ${coveredUnits({ id: "acting.id", unitId: 'acting."unitId"', permissions: "acting.permissions" })}
      as "coveredUnitIds",
    (select count(*) from notices n where n.post_id = acting.id and n.read_at is null) as "unreadNotices",
    ${owedFactorOf({ account: "a.id", roles: "acting.roles", unit: 'acting."unitId"', day: "$day::date" })}
      as "owedFactor"
  from accounts a
  join employees e on e.id = a.employee_id
  left join acting on true
  where a.id = $account`;
