import { notFound, row, type BilingualName, type Language } from "../base/index.ts";

/** The account by which a person comes in. One person has one. */
export interface Account extends BilingualName {
  readonly id: string;
  readonly employeeId: string;
  readonly login: string;
  readonly passwordHash: string | null;
  readonly mustChange: boolean;
  readonly failures: number;
  readonly lockedUntil: Date | null;
  readonly disabledAt: Date | null;
  readonly language: Language;
  readonly actingPostId: string | null;
  /** Where what is typed at sign-in is proved, and nowhere else. */
  readonly door: "password" | "directory";
}

export function findAccountByLogin(login: string): Promise<Account | undefined> {
  return row<Account>(`${selectAccounts} where lower(a.login) = lower($login)`, { login });
}

export async function findAccount(id: string): Promise<Account> {
  return orNotFound(await row<Account>(`${selectAccounts} where a.id = $id`, { id }));
}

export async function findAccountOf(employeeId: string): Promise<Account> {
  const found = await row<Account>(`${selectAccounts} where a.employee_id = $employeeId`, {
    employeeId,
  });
  return orNotFound(found);
}

/** Locks the account against every other change of it. */
export async function lockAccount(id: string): Promise<Account> {
  return orNotFound(
    await row<Account>(`${selectAccounts} where a.id = $id for update of a`, { id }),
  );
}

function orNotFound(account: Account | undefined): Account {
  if (!account) {
    throw notFound();
  }
  return account;
}

const selectAccounts = `
  select a.id, a.employee_id as "employeeId", a.login, a.password_hash as "passwordHash",
    a.must_change as "mustChange", a.failures, a.locked_until as "lockedUntil",
    a.disabled_at as "disabledAt", a.language, a.acting_post_id as "actingPostId", a.door,
    e.name_en as "nameEn", e.name_hi as "nameHi"
  from accounts a join employees e on e.id = a.employee_id`;
