import { rows, today, now, type BilingualName } from "../../base/index.ts";

/** An employee who is linked to an entry of the directory. */
export interface KnownPerson extends BilingualName {
  readonly subject: string;
  readonly accountId: string;
  readonly employeeId: string;
  readonly code: string;
  readonly login: string;
  readonly isDisabled: boolean;
  /** Holds a post beyond today. */
  readonly hasCharge: boolean;
}

export async function knownPeople(issuer: string): Promise<Map<string, KnownPerson>> {
  const found = await rows<KnownPerson>(
    `select i.subject, a.id as "accountId", e.id as "employeeId", e.code, a.login,
       e.name_en as "nameEn", e.name_hi as "nameHi", a.disabled_at is not null as "isDisabled",
       exists (select 1 from charges c where c.employee_id = e.id and c.from_on <= $day
         and (c.until_on is null or c.until_on > $day)) as "hasCharge"
     from identities i join accounts a on a.id = i.account_id join employees e on e.id = a.employee_id
     where i.issuer = $issuer order by e.code`,
    { issuer, day: today(now()) },
  );
  return new Map(found.map((known) => [known.subject, known]));
}

/** Identities of the issuer that an administrator has still to decide, or has refused, by subject. */
export async function decisions(issuer: string): Promise<Map<string, "waiting" | "refused">> {
  const found = await rows<{ subject: string; state: "waiting" | "refused" }>(
    `select subject, state from identity_claims where issuer = $issuer and state <> 'linked'`,
    { issuer },
  );
  return new Map(found.map(({ subject, state }) => [subject, state]));
}

/** Which of these logins are some account's. */
export async function takenLogins(logins: readonly string[]): Promise<Map<string, string>> {
  const found = await rows<{ login: string; id: string }>(
    `select lower(login) as login, id from accounts where lower(login) = any($logins)`,
    { logins },
  );
  return new Map(found.map(({ login, id }) => [login, id]));
}

/** The accounts of people by employee, for those whom code and e-mail point to. */
export async function employeesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
  const found = await rows<{ id: string; employeeId: string }>(
    `select id, employee_id as "employeeId" from accounts where id = any($accountIds::uuid[])`,
    { accountIds },
  );
  return new Map(found.map(({ id, employeeId }) => [id, employeeId]));
}
