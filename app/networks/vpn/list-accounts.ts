import { now, rows, today, type BilingualName } from "../../base/index.ts";
import { daysAhead, isActive, officeOfEmployee } from "./count-vpns.ts";
import type { VpnState } from "./read-list.ts";

export interface VpnAccount extends BilingualName {
  readonly id: string;
  readonly vpnId: string;
  readonly employeeId: string;
  readonly employeeCode: string;
  readonly office: BilingualName | null;
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
  readonly state: VpnState;
  readonly matchedBy: "code" | "email" | "mobile" | "hand";
  readonly isActive: boolean;
}

export interface AccountFilter {
  readonly show?: "active" | "expiring" | "expired" | "stopped" | undefined;
  readonly officeId?: string | undefined;
  /** The last VPN ID shown. */
  readonly after?: string | undefined;
}

const page = 50;

/** VPN accounts by their id, fifty at a time, or all of them for an export. */
export async function listVpns({ show, officeId, after }: AccountFilter, limit = page) {
  const found = await rows<VpnAccount>(statement, {
    day: today(now()),
    daysAhead,
    limit: limit + 1,
    show: show ?? "",
    officeId: officeId ?? null,
    after: after ?? "",
  });
  const accounts = found.slice(0, limit);
  return { accounts, next: found.length > limit ? accounts.at(-1)?.vpnId : undefined };
}

const statement = `
  select v.id, v.vpn_id as "vpnId", v.employee_id as "employeeId", e.code as "employeeCode",
    e.name_en as "nameEn", e.name_hi as "nameHi", v.issued_on as "issuedOn", v.expires_on as "expiresOn",
    v.state, v.matched_by as "matchedBy", ${isActive("v")} as "isActive",
    case when o.id is not null then json_build_object('nameEn', o.name_en, 'nameHi', o.name_hi) end as office
  from vpn_accounts v
  join employees e on e.id = v.employee_id
  left join units o on o.id = coalesce(v.unit_id, ${officeOfEmployee("v.employee_id")})
  where lower(v.vpn_id) > lower($after) and ($officeId::uuid is null or o.id = $officeId)
    and case $show when 'active' then ${isActive("v")}
      when 'expiring' then ${isActive("v")} and v.expires_on <= $day::date + $daysAhead::int
      when 'expired' then v.state = 'active' and v.expires_on < $day::date
      when 'stopped' then v.state <> 'active' else $daysAhead::int > 0 end
  order by lower(v.vpn_id) limit $limit`;
