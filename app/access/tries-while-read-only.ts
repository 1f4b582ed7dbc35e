/**
 * INVARIANT: while nothing may be written to the database, wrong tries are counted in Redis, so that nobody guesses
 * at leisure what he may not guess otherwise.
 */
import { isReadOnly, redis } from "../base/index.ts";

const allowed = 5;
const restSeconds = 15 * 60;

const key = (accountId: string): string => `tries-while-read-only:${accountId}`;

/** Whether the account rests after wrong tries that only Redis knows of. */
export async function isRestingWhileReadOnly(accountId: string): Promise<boolean> {
  return isReadOnly() && Number(await redis().get(key(accountId))) >= allowed;
}

/** Counts a wrong password or code where the database cannot. */
export async function countWhileReadOnly(accountId: string): Promise<void> {
  if (isReadOnly()) {
    await redis().multi().incr(key(accountId)).expire(key(accountId), restSeconds).exec();
  }
}
