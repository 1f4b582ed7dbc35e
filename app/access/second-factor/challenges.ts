import { redis } from "../../base/index.ts";

/** A page may stay open this long before its button works no more. */
const seconds = 300;

const key = (sessionId: string, challenge: string): string => `challenge:${sessionId}:${challenge}`;

/** Remembers for this session what a passkey was asked to sign. */
export async function keepChallenge(sessionId: string, challenge: string): Promise<void> {
  await redis().set(key(sessionId, challenge), "1", "EX", seconds);
}

/** Whether this session was asked this, not long ago, and did not answer yet. */
export async function takeChallenge(sessionId: string, challenge: string): Promise<boolean> {
  return (await redis().del(key(sessionId, challenge))) === 1;
}
