import { rows } from "../../base/index.ts";
import type { ClaimedIdentity } from "./identity.ts";

/** Why an identity cannot be given to anybody without being asked. */
export type Doubt = "nobody" | "code-only" | "email-only" | "disagree" | "linked-already";

export type Judgement =
  | { readonly accountId: string; readonly reason?: undefined }
  | { readonly accountId?: undefined; readonly reason: Doubt };

interface Match {
  readonly accountId: string;
  readonly byCode: boolean;
  readonly byEmail: boolean;
  readonly isLinked: boolean;
}

/** Whom employee code and e-mail point to; nothing is changed. */
export async function judgeClaim(claimed: ClaimedIdentity): Promise<Judgement> {
  const found = await matchesOf(claimed);
  const [one, other] = found;
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

function matchesOf({ employeeCode, email, issuer }: ClaimedIdentity): Promise<Match[]> {
  return rows<Match>(
    `select "accountId", "byCode", "byEmail", exists (
       select 1 from identities i where i.account_id = "accountId" and i.issuer = $issuer) as "isLinked"
     from (
       select a.id as "accountId", coalesce(lower(e.code) = lower($code), false) as "byCode",
         coalesce(lower(e.email) = lower($email), false) as "byEmail"
       from employees e join accounts a on a.employee_id = e.id
       where lower(e.code) = lower($code) or lower(e.email) = lower($email)) as matches`,
    { code: trimmed(employeeCode), email: trimmed(email), issuer },
  );
}

function trimmed(text: string | null): string | null {
  const plain = (text ?? "").trim();
  return plain === "" ? null : plain;
}
