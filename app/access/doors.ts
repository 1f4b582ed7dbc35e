import type { Account } from "./account.ts";
import { isPassword } from "./password.ts";

/**
 * A way to prove who one is by something typed. Single sign-on proves it elsewhere and comes in by `admit`
 * of `sign-in.ts`. Which account an identity belongs to is always ours to say.
 */
export interface Door {
  readonly name: string;
  /** Whether this account comes in here and nowhere else. */
  readonly serves: (account: Account) => boolean;
  /** Whether what was given proves the account. Takes as long where there is no account. */
  readonly proves: (account: Account | undefined, given: string) => Promise<boolean>;
}

const localPassword: Door = {
  name: "password",
  serves: () => true,
  proves: (account, given) => isPassword(given, account?.passwordHash ?? null),
};

const joined: Door[] = [];

/** Opens another door, such as a directory; it stands before the local one for the accounts it serves. */
export function joinDoor(door: Door): void {
  joined.push(door);
}

/** The door of this account; who has no account stands before the local one. */
export function doorFor(account: Account | undefined): Door {
  return (account && joined.find((door) => door.serves(account))) ?? localPassword;
}
