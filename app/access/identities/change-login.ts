import {
  change,
  conflict,
  explainConstraint,
  record,
  transaction,
  words,
  type Actor,
} from "../../base/index.ts";
import { findAccountByLogin, lockAccount } from "../account.ts";
import { accessPolicy, allAccounts } from "../policy.ts";

explainConstraint("accounts_by_login", words("Another account has this login."));

/** Gives an account another login, as when the person was renamed in the directory. */
export function changeLogin(actor: Actor, accountId: string, login: string): Promise<void> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "administer", allAccounts);
    const account = await lockAccount(accountId);
    const other = await findAccountByLogin(login);
    if (other && other.id !== accountId) {
      throw conflict("Another account has this login.");
    }
    if (account.login === login) {
      return;
    }
    await change("accounts", { id: accountId }, { login });
    await record(actor, "access.login-changed", {
      subject: { type: "account", id: accountId },
      detail: { from: account.login, to: login },
    });
  });
}
