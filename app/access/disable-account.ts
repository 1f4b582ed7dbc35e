import {
  afterCommit,
  change,
  conflict,
  endSessionsOf,
  now,
  record,
  transaction,
  type Actor,
} from "../base/index.ts";
import { lockAccount } from "./account.ts";
import { accessPolicy } from "./policy.ts";

/** Shuts an account: its sessions end at once and its tokens open nothing. */
export function disableAccount(actor: Actor, accountId: string): Promise<void> {
  return transaction(async () => {
    const account = await lockAccount(accountId);
    accessPolicy.authorize(actor, "disable", { accountId });
    if (account.disabledAt) {
      throw conflict("This account is disabled already.");
    }
    await change("accounts", { id: accountId }, { disabledAt: now() });
    await record(actor, "access.account-disabled", { subject: { type: "account", id: accountId } });
    await afterCommit(() => endSessionsOf(accountId));
  });
}

export function enableAccount(actor: Actor, accountId: string): Promise<void> {
  return transaction(async () => {
    const account = await lockAccount(accountId);
    accessPolicy.authorize(actor, "administer", { accountId });
    if (!account.disabledAt) {
      throw conflict("This account is not disabled.");
    }
    await change("accounts", { id: accountId }, { disabledAt: null });
    await record(actor, "access.account-enabled", { subject: { type: "account", id: accountId } });
  });
}

/** Lets somebody try again before the rest after wrong passwords is over. */
export function unlockAccount(actor: Actor, accountId: string): Promise<void> {
  return transaction(async () => {
    const account = await lockAccount(accountId);
    accessPolicy.authorize(actor, "administer", { accountId });
    if (!account.lockedUntil || account.lockedUntil <= now()) {
      throw conflict("This account is not locked.");
    }
    await change("accounts", { id: accountId }, { failures: 0, lockedUntil: null });
    await record(actor, "access.account-unlocked", { subject: { type: "account", id: accountId } });
  });
}
