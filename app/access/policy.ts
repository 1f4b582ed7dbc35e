import { definePolicy, hasRole } from "../base/index.ts";

/** An account somebody wants to change something about. */
export interface AccountInQuestion {
  readonly accountId: string;
}

const isAdministrator = hasRole("administrator");

/** Administrators keep accounts and rights in order; what is one's own is only one's own. */
export const accessPolicy = definePolicy({
  administer: (actor) => isAdministrator(actor),
  disable: (actor, account: AccountInQuestion) =>
    isAdministrator(actor) && actor.accountId !== account.accountId,
  resetFactors: (actor, account: AccountInQuestion) =>
    isAdministrator(actor) && actor.accountId !== account.accountId,
  keepOwn: (actor, account: AccountInQuestion) => actor.accountId === account.accountId,
});

/** A subject for actions that concern accounts as a whole. */
export const allAccounts: AccountInQuestion = { accountId: "" };
