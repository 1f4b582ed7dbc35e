import { defineSealedColumn, now, row, rows, type BilingualName } from "../../base/index.ts";

/** The place of the secret of an arming, sealed for its row. */
export const secretPlace = "break_glass_armings.secret";
defineSealedColumn(secretPlace);

/** A permission to come in by breaking the glass: one account, for hours, with a reason. */
export interface Arming extends BilingualName {
  readonly id: string;
  readonly accountId: string;
  readonly employeeId: string;
  readonly login: string;
  readonly language: "hi" | "en";
  readonly untilAt: Date;
  readonly usedAt: Date | null;
  readonly passwordHash: string;
  readonly secret: string;
  readonly lastStep: number;
  readonly reason: string;
}

/** The arming that lives now under this login. */
export function findArming(login: string): Promise<Arming | undefined> {
  return row<Arming>(`${selectLiving} and lower(a.login) = lower($login) for update of g`, {
    login,
    at: now(),
  });
}

/** The arming with this id, while it lives. */
export function livingArming(id: string): Promise<Arming | undefined> {
  return row<Arming>(`${selectLiving} and g.id = $id::uuid`, { id, at: now() });
}

/** Ends the armings of an account, or all; returns the accounts they were for. */
export async function endArmings(accountId: string | null): Promise<string[]> {
  const ended = await rows<{ accountId: string }>(
    `update break_glass_armings set ended_at = $at
     where ended_at is null and until_at > $at and ($accountId::uuid is null or account_id = $accountId)
     returning account_id as "accountId"`,
    { at: now(), accountId },
  );
  return ended.map((one) => one.accountId);
}

export async function countArmed(): Promise<number> {
  const found = await row<{ count: number }>(
    `select count(*) as count from break_glass_armings where ended_at is null and until_at > $at`,
    { at: now() },
  );
  return found?.count ?? 0;
}

const selectLiving = `
  select g.id, g.account_id as "accountId", a.employee_id as "employeeId", a.login, a.language,
    g.until_at as "untilAt", g.used_at as "usedAt", g.password_hash as "passwordHash", g.secret,
    g.last_step as "lastStep", g.reason, e.name_en as "nameEn", e.name_hi as "nameHi"
  from break_glass_armings g join accounts a on a.id = g.account_id
  join employees e on e.id = a.employee_id
  where g.ended_at is null and g.until_at > $at and a.disabled_at is null`;
