import type { Account } from "./account.ts";
import { isPassword } from "./password.ts";

/**
 * A way to prove who one is. A directory is another door of this shape; single sign-on proves it elsewhere
 * and comes in by `admit` of `sign-in.ts`. Which account an identity belongs to is always ours to say.
 */
export interface Door {
  readonly name: string;
  /** Whether what was given proves the account. Takes as long where there is no account. */
  readonly proves: (account: Account | undefined, given: string) => Promise<boolean>;
}

const localPassword: Door = {
  name: "password",
  proves: (account, given) => isPassword(given, account?.passwordHash ?? null),
};

/** The door for this account; all are local until a directory is joined. */
export function doorFor(_account: Account | undefined): Door {
  return localPassword;
}
