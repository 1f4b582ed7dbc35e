import { row, rows } from "../../base/index.ts";

export interface Factor {
  readonly id: string;
  readonly kind: "app" | "passkey";
  readonly name: string;
  readonly addedAt: Date;
  readonly lastUsedAt: Date | null;
}

/** The second factors of an account, the first added first. */
export function factorsOf(accountId: string): Promise<Factor[]> {
  return rows<Factor>(
    `select id, 'app' as kind, name, added_at as "addedAt", last_used_at as "lastUsedAt"
     from authenticator_apps where account_id = $accountId
     union all
     select id, 'passkey', name, added_at, last_used_at from passkeys where account_id = $accountId
     order by "addedAt"`,
    { accountId },
  );
}

export async function factorOf(accountId: string, factorId: string): Promise<Factor | undefined> {
  return (await factorsOf(accountId)).find(({ id }) => id === factorId);
}

/** How many recovery codes are left. */
export async function codesLeft(accountId: string): Promise<number> {
  const found = await row<{ count: number }>(
    `select count(*) as count from recovery_codes
     where account_id = $accountId and used_at is null`,
    { accountId },
  );
  return found?.count ?? 0;
}
