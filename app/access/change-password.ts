import {
  afterCommit,
  change,
  endSessionsOf,
  invalid,
  record,
  transaction,
  type Actor,
} from "../base/index.ts";
import { lockAccount } from "./account.ts";
import { refuseWeak } from "./password-rule.ts";
import { hashPassword, isPassword } from "./password.ts";

export interface NewPassword {
  readonly present: string;
  readonly password: string;
  readonly again: string;
}

/** Changes one's own password and ends every session of the account. */
export function changePassword(actor: Actor, given: NewPassword): Promise<void> {
  return transaction(async () => {
    const account = await lockAccount(actor.accountId ?? "");
    if (!(await isPassword(given.present, account.passwordHash))) {
      throw invalid("present", "This is not your present password.");
    }
    if (given.password === given.present) {
      throw invalid("password", "The new password must differ from the present one.");
    }
    if (given.password !== given.again) {
      throw invalid("again", "The two do not match. Write the new password once more.");
    }
    await refuseWeak({ password: given.password, login: account.login });
    const passwordHash = await hashPassword(given.password);
    await change("accounts", { id: account.id }, { passwordHash, mustChange: false });
    await record(actor, "access.password-changed", {
      subject: { type: "account", id: account.id },
    });
    await afterCommit(() => endSessionsOf(account.id));
  });
}
