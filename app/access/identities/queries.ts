import { rows, type BilingualName } from "../../base/index.ts";
import { selectClaims, type Claim, type ClaimState } from "./queue-claim.ts";

const page = 50;

/** The queue, the longest waiting first; fifty at a time after the last id shown. */
export async function listClaims(filter: {
  readonly state: ClaimState;
  readonly after?: string | undefined;
}) {
  const found = await rows<Claim>(
    `${selectClaims} where state = $state and ($after::uuid is null or (claimed_at, id) >
       (select claimed_at, id from identity_claims where id = $after))
     order by claimed_at, id limit ${page + 1}`,
    { state: filter.state, after: filter.after ?? null },
  );
  const claims = found.slice(0, page);
  return { claims, next: found.length > page ? claims.at(-1)?.id : undefined };
}

/** Somebody a waiting identity may be. */
export interface Candidate extends BilingualName {
  readonly employeeId: string;
  readonly code: string;
  readonly email: string;
  readonly byCode: boolean;
  readonly byEmail: boolean;
  readonly isLinked: boolean;
}

/** Who has the employee code or the e-mail that was claimed. */
export function candidatesFor({ employeeCode, email, issuer }: Claim): Promise<Candidate[]> {
  return rows<Candidate>(
    `select e.id as "employeeId", e.code, e.email, e.name_en as "nameEn", e.name_hi as "nameHi",
       coalesce(lower(e.code) = lower($code), false) as "byCode",
       coalesce(lower(e.email) = lower($email), false) as "byEmail",
       exists (select 1 from identities i join accounts a on a.id = i.account_id
         where a.employee_id = e.id and i.issuer = $issuer) as "isLinked"
     from employees e where lower(e.code) = lower($code) or lower(e.email) = lower($email)
     order by e.code`,
    { code: employeeCode?.trim() ?? null, email: email?.trim() ?? null, issuer },
  );
}

export interface IdentityLine {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly linkedAt: Date;
  /** Null where code and e-mail decided. */
  readonly linkedBy: BilingualName | null;
}

export function identitiesOf(accountId: string): Promise<IdentityLine[]> {
  return rows<IdentityLine>(
    `select i.id, i.issuer, i.subject, i.linked_at as "linkedAt",
       case when p.id is not null then
         json_build_object('nameEn', p.name_en, 'nameHi', p.name_hi) end as "linkedBy"
     from identities i left join posts p on p.id = i.linked_by_post_id
     where i.account_id = $accountId order by i.linked_at`,
    { accountId },
  );
}
