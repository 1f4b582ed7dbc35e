import {
  Refusal,
  execute,
  isReadOnly,
  nobody,
  now,
  record,
  row,
  signIns,
  startSession,
  transaction,
  type Actor,
  type Language,
  type NewSession,
} from "../base/index.ts";
import { refuseUnlessAdmittedHere } from "../networks/index.ts";
import { findAccountByLogin, type Account } from "./account.ts";
import { doorFor } from "./doors.ts";
import { sessionLimits } from "./sessions/limits.ts";
import { readStanding, type Standing } from "./standing.ts";
import { countWhileReadOnly, isRestingWhileReadOnly } from "./tries-while-read-only.ts";

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

/** Stands in the record for an account where a login is nobody's. */
export const noAccount = "00000000-0000-0000-0000-000000000000";

/** Opens a session, or refuses in the same words whatever was wrong. Every try is recorded. */
export async function signIn(attempt: SignIn): Promise<Admission> {
  const account = await findAccountByLogin(attempt.login);
  const { door, isProved } = await tryDoor(account, attempt);
  if (!account || !isProved) {
    signIns.inc({ door, result: "refused" });
    throw notRight();
  }
  return admit(account, attempt, { door, secondFactor: false });
}

function notRight(): Refusal {
  return new Refusal(401, "wrong-password", {
    words: "The login or the password is not right. Check both and try again.",
  });
}

/** Whether what was typed proves the account. What does not is counted, and rests the account in the end. */
export async function tryDoor(
  account: Account | undefined,
  attempt: Whence & Pick<SignIn, "password">,
): Promise<{ door: string; isProved: boolean }> {
  const { name, proves } = doorFor(account);
  const isProved = (await orCount(name, proves(account, attempt.password))) && !account?.disabledAt;
  await transaction(async () => {
    await refuseResting(account?.id ?? noAccount);
    if (!isProved) {
      await fail(account, attempt);
    }
  });
  return { door: name, isProved };
}

/** A door that does not answer is counted, for whoever watches. */
async function orCount(door: string, proving: Promise<boolean>): Promise<boolean> {
  try {
    return await proving;
  } catch (error) {
    if (error instanceof Refusal && error.status === 503) {
      signIns.inc({ door, result: "unreachable" });
    }
    throw error;
  }
}

/** Tries that arrive together are answered one after the other: none slips in before those that rest the account. */
async function refuseResting(id: string): Promise<void> {
  const found = await row<{ isLocked: boolean }>(
    `select coalesce(locked_until > $at, false) as "isLocked" from accounts where id = $id for update`,
    { id, at: now() },
  );
  if (found?.isLocked || (await isRestingWhileReadOnly(id))) {
    throw new Refusal(429, "locked", {
      words: "This account is locked for {minutes} minutes after wrong passwords. Try again later.",
      gaps: { minutes: restMinutes },
    });
  }
}

/** Lets in somebody whose identity is proved, whichever door proved it. */
export async function admit(account: Account, whence: Whence, proof: Proof): Promise<Admission> {
  const standing = await readStanding(account.id, account.actingPostId);
  await refuseUnlessAdmittedHere({
    ...stranger(account, { whence, standing }),
    accountId: account.id,
  });
  const owed = proof.secondFactor ? null : (standing?.owedFactor ?? null);
  const { id: accountId, language, actingPostId } = account;
  const start: NewSession = {
    accountId,
    language,
    actingPostId,
    door: proof.door,
    secondFactor: proof.secondFactor,
    ...(await sessionLimits()),
    address: whence.address,
    device: whence.device?.slice(0, 400) ?? null,
    provedAt: owed === "proof" ? null : Date.now(),
  };
  const token = await transaction(async () => {
    await enter(account);
    await record(stranger(account, { whence, standing }), "access.signed-in", {
      subject: { type: "account", id: accountId },
      detail: { door: proof.door },
    });
    return startSession(start); // whoever ends sessions waits for this row, and finds it
  });
  signIns.inc({ door: proof.door, result: "in" });
  return { token, language, ...(owed && { next: whereOwed[owed] }) };
}

/** Refuses where the account was closed, or its password or door changed, since it was proved. */
async function enter({ id, passwordHash, door }: Account): Promise<void> {
  const entered = isReadOnly()
    ? await row(`select id from accounts ${asProved}`, { id, door, passwordHash })
    : await row(
        `update accounts set failures = 0, locked_until = null, last_signed_in_at = $at
         ${asProved} returning id`,
        { id, at: now(), door, passwordHash },
      );
  if (!entered) {
    throw notRight();
  }
}

const asProved = `where id = $id and disabled_at is null and door = $door
  and password_hash is not distinct from $passwordHash`;

/** Where somebody goes first who owes a second factor. */
const whereOwed = { proof: "/second-factor", "set-up": "/me/security" } as const;

/** Counts and records the failure; for a login that nobody has the same work is done. */
function fail(account: Account | undefined, whence: Whence): Promise<void> {
  const id = account?.id ?? noAccount;
  return transaction(async () => {
    await execute(countFailure, { id, at: now(), allowedFailures, restMinutes });
    await countWhileReadOnly(id);
    const standing = await readStanding(id, account?.actingPostId ?? null);
    await record(stranger(account, { whence, standing }), "access.sign-in-failed", {
      subject: { type: "account", id },
    });
  });
}

/** The actor before there is a session. */
export function stranger(
  account: Account | undefined,
  { whence, standing }: { whence: Whence; standing?: Standing | undefined },
): Actor {
  return {
    ...nobody,
    accountId: account?.id ?? null,
    employeeId: account?.employeeId ?? null,
    postId: standing?.actingId ?? "",
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
