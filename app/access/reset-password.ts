import {
  afterCommit,
  change,
  conflict,
  endSessionsOf,
  record,
  row,
  transaction,
  type Actor,
  type BilingualName,
} from "../base/index.ts";
import { lockAccount } from "./account.ts";
import { listWithoutPassword } from "./account-queries.ts";
import { oneTimePassword } from "./one-time-password.ts";
import { hashPassword } from "./password.ts";
import { accessPolicy, allAccounts } from "./policy.ts";

/** A password to be handed to its owner, who must change it at once. It is shown once and kept nowhere. */
export interface IssuedPassword extends BilingualName {
  readonly accountId: string;
  readonly login: string;
  readonly password: string;
}

/** Gives an account a one-time password and ends its sessions. */
export function resetPassword(actor: Actor, accountId: string): Promise<IssuedPassword> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "administer", allAccounts);
    const { door, login, nameEn, nameHi } = await lockAccount(accountId);
    if (door === "directory") {
      throw conflict("This account comes in by the directory: it has no password here.");
    }
    const password = oneTimePassword();
    await change(
      "accounts",
      { id: accountId },
      {
        passwordHash: await hashPassword(password),
        mustChange: true,
        failures: 0,
        lockedUntil: null,
      },
    );
    await record(actor, "access.password-reset", { subject: { type: "account", id: accountId } });
    await afterCommit(() => endSessionsOf(accountId));
    return { accountId, login, password, nameEn, nameHi };
  });
}

/** As many as are hashed while a browser waits. */
export const batchOfPasswords = 100;

/** Gives first passwords to accounts that have none, a page of them at a time. */
export function issueFirstPasswords(actor: Actor, unitId?: string): Promise<IssuedPassword[]> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "administer", allAccounts);
    await row("select pg_advisory_xact_lock(hashtext('access.first-passwords'))::text as locked");
    const waiting = await listWithoutPassword({ unitId, limit: batchOfPasswords });
    const issued: IssuedPassword[] = [];
    for (const { accountId } of waiting) {
      issued.push(await resetPassword(actor, accountId));
    }
    return issued;
  });
}
