/**
 * INVARIANTS
 * 1. Redis holds the hash of a token, never the token: a stolen dump opens no session.
 * 2. A session ends after the idle limit without a request and at its absolute limit whatever happens.
 * 3. An ended session stays ended: saving changes only one that lives, so no request under way revives it.
 * 4. Sentences for the next page lie in a list of their own: requests side by side neither lose nor repeat one.
 */
import { createHash, randomBytes } from "node:crypto";
import { config } from "../config.ts";
import { redis } from "../redis.ts";
import type { Language } from "../words.ts";

export interface Flash {
  readonly kind: "done" | "warning" | "error";
  readonly words: string;
}

export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly csrf: string;
  readonly startedAt: number;
  actingPostId: string | null;
  language: Language;
}

const mostFlashes = 20;

const key = (id: string): string => `session:${id}`;
const flashKey = (id: string): string => `flash:${id}`;
const accountKey = (accountId: string): string => `sessions-of:${accountId}`;
const idleSeconds = (): number => config().SESSION_IDLE_MINUTES * 60;
const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Begins a session and returns the token that only the browser keeps. */
export async function startSession(
  start: Pick<Session, "accountId" | "actingPostId" | "language">,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const session: Session = {
    ...start,
    id: hashOf(token),
    csrf: randomBytes(24).toString("base64url"),
    startedAt: Date.now(),
  };
  await redis().set(key(session.id), JSON.stringify(session), "EX", idleSeconds());
  await redis().sadd(accountKey(session.accountId), session.id);
  await redis().expire(accountKey(session.accountId), config().SESSION_ABSOLUTE_MINUTES * 60);
  return token;
}

/** The living session of this token, its idle limit counted anew. */
export async function readSession(token: string): Promise<Session | undefined> {
  const id = hashOf(token);
  const text = await redis().getex(key(id), "EX", idleSeconds());
  if (!text) {
    return undefined;
  }
  const session = JSON.parse(text) as Session;
  if (Date.now() - session.startedAt > config().SESSION_ABSOLUTE_MINUTES * 60_000) {
    await endSession(session);
    return undefined;
  }
  return session;
}

/** Keeps what changed in a session that still lives. */
export async function saveSession(session: Session): Promise<void> {
  await redis().set(key(session.id), JSON.stringify(session), "EX", idleSeconds(), "XX");
}

/** Leaves sentences for the next page of this session. */
export async function addFlash(session: Session, several: readonly Flash[]): Promise<void> {
  if (several.length > 0) {
    await redis().rpush(flashKey(session.id), ...several.map((flash) => JSON.stringify(flash)));
    await redis().expire(flashKey(session.id), idleSeconds());
  }
}

/** Takes the sentences that wait; each is given to one page only. */
export async function takeFlash(session: Session): Promise<Flash[]> {
  const taken = (await redis().lpop(flashKey(session.id), mostFlashes)) ?? [];
  return taken.map((text) => JSON.parse(text) as Flash);
}

export async function endSession(session: Pick<Session, "id" | "accountId">): Promise<void> {
  await redis().del(key(session.id), flashKey(session.id));
  await redis().srem(accountKey(session.accountId), session.id);
}

/** Ends every session of an account, as after a change of password. */
export async function endSessionsOf(accountId: string): Promise<void> {
  const ids = await redis().smembers(accountKey(accountId));
  await redis().del(accountKey(accountId), ...ids.map(key), ...ids.map(flashKey));
}

/** How many sessions of an account live now. */
export async function countSessionsOf(accountId: string): Promise<number> {
  const ids = await redis().smembers(accountKey(accountId));
  return ids.length === 0 ? 0 : redis().exists(...ids.map(key));
}
