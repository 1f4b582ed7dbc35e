import {
  Refusal,
  execute,
  now,
  record,
  row,
  startSession,
  transaction,
  type Actor,
  type Language,
} from "../base/index.ts";
import { isPassword } from "./password.ts";
import { readStanding } from "./standing.ts";

interface Account {
  readonly id: string;
  readonly employeeId: string;
  readonly passwordHash: string | null;
  readonly failures: number;
  readonly lockedUntil: Date | null;
  readonly disabledAt: Date | null;
  readonly language: Language;
  readonly actingPostId: string | null;
}

export interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly address: string;
  readonly requestId: string;
}

/** Failures in a row before the account rests, and how long it rests. */
const allowedFailures = 5;
const restMinutes = 15;

/** Opens a session, or refuses in the same words whatever was wrong. Every try is recorded. */
export async function signIn(attempt: SignIn): Promise<{ token: string; language: Language }> {
  const account = await row<Account>(findAccount, { login: attempt.login });
  const matches = await isPassword(attempt.password, account?.passwordHash ?? null);
  if (!account) {
    throw wrong();
  }
  if (account.lockedUntil && account.lockedUntil > now()) {
    throw new Refusal(429, "locked", {
      words: "This account is locked for {minutes} minutes after wrong passwords. Try again later.",
      gaps: { minutes: restMinutes },
    });
  }
  if (!matches || account.disabledAt) {
    await fail(account, attempt);
    throw wrong();
  }
  await succeed(account, attempt);
  const { id: accountId, language, actingPostId } = account;
  return { token: await startSession({ accountId, language, actingPostId }), language };
}

function wrong(): Refusal {
  return new Refusal(401, "wrong-password", {
    words: "The login or the password is not right. Check both and try again.",
  });
}

function fail(account: Account, attempt: SignIn): Promise<void> {
  return transaction(async () => {
    await execute(countFailure, { id: account.id, at: now(), allowedFailures, restMinutes });
    await record(await stranger(account, attempt), "access.sign-in-failed", {
      subject: { type: "account", id: account.id },
    });
  });
}

function succeed(account: Account, attempt: SignIn): Promise<void> {
  return transaction(async () => {
    await execute(
      `update accounts set failures = 0, locked_until = null, last_signed_in_at = $at where id = $id`,
      { id: account.id, at: now() },
    );
    await record(await stranger(account, attempt), "access.signed-in", {
      subject: { type: "account", id: account.id },
    });
  });
}

/** The actor before there is a session. */
async function stranger(account: Account, attempt: SignIn): Promise<Actor> {
  const standing = await readStanding(account.id, account.actingPostId);
  return {
    accountId: account.id,
    employeeId: account.employeeId,
    postId: standing?.actingId ?? "",
    unitId: "",
    charge: "substantive",
    onBehalfOfId: null,
    roles: new Set(),
    coveredUnitIds: [],
    sessionId: null,
    address: attempt.address,
    requestId: attempt.requestId,
  };
}

const findAccount = `
  select id, employee_id as "employeeId", password_hash as "passwordHash", failures,
    locked_until as "lockedUntil", disabled_at as "disabledAt", language, acting_post_id as "actingPostId"
  from accounts where lower(login) = lower($login)`;

const countFailure = `
  update accounts set
    failures = case when failures + 1 >= $allowedFailures then 0 else failures + 1 end,
    locked_until = case when failures + 1 >= $allowedFailures
      then $at::timestamptz + make_interval(mins => $restMinutes) end
  where id = $id`;
