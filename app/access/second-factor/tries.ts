/**
 * INVARIANTS
 * 1. Whoever tries a factor holds the row of the account's tries until the answer stands: two codes that
 *    arrive together are judged one after the other.
 * 2. Ten wrong tries within fifteen minutes, of whatever kind, close all factors for fifteen minutes.
 */
import { execute, now, Refusal, row } from "../../base/index.ts";
import { countWhileReadOnly, isRestingWhileReadOnly } from "../tries-while-read-only.ts";

const allowedTries = 10;
const minutes = 15;

/** Waits for every other try of this account. True where it is closed for now. */
export async function lockTries(accountId: string): Promise<boolean> {
  await execute(
    "insert into second_factor_tries (account_id) values ($accountId) on conflict do nothing",
    { accountId },
  );
  const tries = await row<{ isLocked: boolean }>(
    `select coalesce(locked_until > $at, false) as "isLocked" from second_factor_tries
     where account_id = $accountId for update`,
    { accountId, at: now() },
  );
  return (tries?.isLocked ?? false) || isRestingWhileReadOnly(accountId);
}

export async function countWrongTry(accountId: string): Promise<void> {
  await countWhileReadOnly(accountId);
  await execute(
    `update second_factor_tries set
       failures = case when since > $at::timestamptz - make_interval(mins => $minutes)
         then failures + 1 else 1 end,
       since = case when since > $at::timestamptz - make_interval(mins => $minutes)
         then since else $at end
     where account_id = $accountId`,
    { accountId, at: now(), minutes },
  );
  await execute(
    `update second_factor_tries set failures = 0, since = null,
       locked_until = $at::timestamptz + make_interval(mins => $minutes)
     where account_id = $accountId and failures >= $allowedTries`,
    { accountId, at: now(), minutes, allowedTries },
  );
}

export async function forgetTries(accountId: string): Promise<void> {
  await execute(
    `update second_factor_tries set failures = 0, since = null, locked_until = null
     where account_id = $accountId`,
    { accountId },
  );
}

export function tooManyTries(): Refusal {
  return new Refusal(429, "locked", {
    words: "Too many wrong codes. Wait {minutes} minutes and try again.",
    gaps: { minutes },
  });
}
