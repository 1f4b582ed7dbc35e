import { rows } from "../../base/index.ts";
import type { ClaimedIdentity } from "./identity.ts";

/** Why an identity cannot be given to anybody without being asked. */
export type Doubt = "nobody" | "code-only" | "email-only" | "disagree" | "linked-already";

export type Judgement =
  | { readonly accountId: string; readonly reason?: undefined }
  | { readonly accountId?: undefined; readonly reason: Doubt };

interface Match {
  readonly place: number;
  readonly accountId: string;
  readonly byCode: boolean;
  readonly byEmail: boolean;
  readonly isLinked: boolean;
}

/** Whom employee code and e-mail point to; nothing is changed. */
export async function judgeClaim(claimed: ClaimedIdentity): Promise<Judgement> {
  const [judged = { reason: "nobody" as const }] = await judgeClaims([claimed]);
  return judged;
}

/** The same for many of one issuer at once, in their order. */
export async function judgeClaims(claims: readonly ClaimedIdentity[]): Promise<Judgement[]> {
  const found = Map.groupBy(await matchesOf(claims), ({ place }) => place);
  return claims.map((_, place) => judge(found.get(place) ?? []));
}

function judge([one, other]: readonly Match[]): Judgement {
  if (!one) {
    return { reason: "nobody" };
  }
  if (other) {
    return { reason: "disagree" };
  }
  if (!one.byCode || !one.byEmail) {
    return { reason: one.byCode ? "code-only" : "email-only" };
  }
  return one.isLinked ? { reason: "linked-already" } : { accountId: one.accountId };
}

function matchesOf(claims: readonly ClaimedIdentity[]): Promise<Match[]> {
  const said = claims.map(({ employeeCode, email }, place) => ({
    place,
    code: plain(employeeCode),
    email: plain(email),
  }));
  const [first] = claims;
  return rows<Match>(statement, { claims: JSON.stringify(said), issuer: first?.issuer ?? "" });
}

function plain(text: string | null): string | null {
  const trimmed = (text ?? "").trim();
  return trimmed === "" ? null : trimmed;
}

const statement = `
  with claimed as (
    select place, lower(code) as code, lower(email) as email
    from jsonb_to_recordset($claims::jsonb) as c (place int, code text, email text)
  ), matched as (
    select c.place, e.id, true as by_code, false as by_email
    from claimed c join employees e on lower(e.code) = c.code
    union all
    select c.place, e.id, false, true
    from claimed c join employees e on lower(e.email) = c.email
  )
  select m.place, a.id as "accountId", bool_or(m.by_code) as "byCode", bool_or(m.by_email) as "byEmail",
    exists (select 1 from identities i where i.account_id = a.id and i.issuer = $issuer) as "isLinked"
  from matched m join accounts a on a.employee_id = m.id
  group by m.place, a.id`;
