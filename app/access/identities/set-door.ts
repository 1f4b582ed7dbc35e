import {
  afterCommit,
  change,
  conflict,
  endSessionsOf,
  record,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { lockAccount, type Account } from "../account.ts";
import { accessPolicy, allAccounts } from "../policy.ts";

/**
 * Says where an account proves what is typed. Its own password is dropped, so that the door that was shut
 * stays shut; back at the password the administrator gives a new one.
 */
export function setDoor(actor: Actor, accountId: string, door: Account["door"]): Promise<void> {
  return transaction(async () => {
    accessPolicy.authorize(actor, "administer", allAccounts);
    const account = await lockAccount(accountId);
    if (account.door === door) {
      throw conflict("This account comes in by that door already.");
    }
    const mustChange = door === "password";
    await change("accounts", { id: accountId }, { door, passwordHash: null, mustChange });
    await record(actor, "access.door-changed", {
      subject: { type: "account", id: accountId },
      detail: { door },
    });
    await afterCommit(() => endSessionsOf(accountId));
  });
}
