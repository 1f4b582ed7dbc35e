import {
  Refusal,
  execute,
  now,
  record,
  startSession,
  transaction,
  type Actor,
  type Language,
} from "../base/index.ts";
import { findAccountByLogin, type Account } from "./account.ts";
import { doorFor } from "./doors.ts";
import { readStanding } from "./standing.ts";

export interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly address: string;
  readonly requestId: string;
  /** What the browser says it is (`User-Agent`), shown in the list of one's sessions. */
  readonly device?: string | undefined;
}

/** Where somebody comes from. */
export type Whence = Pick<SignIn, "address" | "requestId" | "device">;

/** By which door somebody's identity was proved, and whether that door asked for a second factor too. */
export interface Proof {
  /** The name of the door, such as "password", "directory" or the provider's own. */
  readonly door: string;
  readonly secondFactor: boolean;
}

export interface Admission {
  readonly token: string;
  readonly language: Language;
  /** Where the browser must go first, such as to the second factor. */
  readonly next?: string;
}

/** Failures in a row before the account rests, and how long it rests. */
const allowedFailures = 5;
const restMinutes = 15;

/** The account of somebody who gave a login that nobody has. */
const noAccount = "00000000-0000-0000-0000-000000000000";

/** Opens a session, or refuses in the same words whatever was wrong. Every try is recorded. */
export async function signIn(attempt: SignIn): Promise<Admission> {
  const account = await findAccountByLogin(attempt.login);
  const door = doorFor(account);
  const isProved = await door.proves(account, attempt.password);
  if (account?.lockedUntil && account.lockedUntil > now()) {
    throw new Refusal(429, "locked", {
      words: "This account is locked for {minutes} minutes after wrong passwords. Try again later.",
      gaps: { minutes: restMinutes },
    });
  }
  if (!account || !isProved || account.disabledAt) {
    await fail(account, attempt);
    throw new Refusal(401, "wrong-password", {
      words: "The login or the password is not right. Check both and try again.",
    });
  }
  return admit(account, attempt, { door: door.name, secondFactor: false });
}

/** Lets in somebody whose identity is proved, whichever door proved it. */
export async function admit(account: Account, whence: Whence, proof: Proof): Promise<Admission> {
  await transaction(async () => {
    await execute(
      `update accounts set failures = 0, locked_until = null, last_signed_in_at = $at where id = $id`,
      { id: account.id, at: now() },
    );
    await record(await stranger(account, whence), "access.signed-in", {
      subject: { type: "account", id: account.id },
      detail: { door: proof.door },
    });
  });
  const { id: accountId, language, actingPostId } = account;
  return { token: await startSession({ accountId, language, actingPostId }), language };
}

/** Counts and records the failure; for a login that nobody has the same work is done. */
function fail(account: Account | undefined, whence: Whence): Promise<void> {
  const id = account?.id ?? noAccount;
  return transaction(async () => {
    await execute(countFailure, { id, at: now(), allowedFailures, restMinutes });
    await record(await stranger(account, whence), "access.sign-in-failed", {
      subject: { type: "account", id },
    });
  });
}

/** The actor before there is a session. */
async function stranger(account: Account | undefined, whence: Whence): Promise<Actor> {
  const { id = null, employeeId = null, actingPostId = null } = account ?? {};
  const standing = await readStanding(id ?? noAccount, actingPostId);
  return {
    accountId: id,
    employeeId,
    postId: standing?.actingId ?? "",
    unitId: "",
    charge: "substantive",
    onBehalfOfId: null,
    roles: new Set(),
    coveredUnitIds: [],
    sessionId: null,
    address: whence.address,
    requestId: whence.requestId,
  };
}

const countFailure = `
  update accounts set
    failures = case when failures + 1 >= $allowedFailures then 0 else failures + 1 end,
    locked_until = case when failures + 1 >= $allowedFailures
      then $at::timestamptz + make_interval(mins => $restMinutes) end
  where id = $id`;
