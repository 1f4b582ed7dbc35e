/**
 * INVARIANTS
 * 1. Redis holds the hash of a token, never the token: a stolen dump opens no session.
 * 2. A session ends after the idle limit without a request and at its absolute limit whatever happens.
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
  flash: Flash[];
}

const key = (id: string): string => `session:${id}`;
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
    flash: [],
  };
  await saveSession(session);
  await redis().sadd(`sessions-of:${session.accountId}`, session.id);
  return token;
}

/** The living session of this token, its idle limit counted anew. */
export async function readSession(token: string): Promise<Session | undefined> {
  const id = hashOf(token);
  const text = await redis().getex(key(id), "EX", config().SESSION_IDLE_MINUTES * 60);
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

export async function saveSession(session: Session): Promise<void> {
  await redis().set(
    key(session.id),
    JSON.stringify(session),
    "EX",
    config().SESSION_IDLE_MINUTES * 60,
  );
}

export async function endSession(session: Pick<Session, "id" | "accountId">): Promise<void> {
  await redis().del(key(session.id));
  await redis().srem(`sessions-of:${session.accountId}`, session.id);
}

/** Ends every session of an account, as after a change of password. */
export async function endSessionsOf(accountId: string): Promise<void> {
  const ids = await redis().smembers(`sessions-of:${accountId}`);
  if (ids.length > 0) {
    await redis().del(...ids.map(key));
  }
  await redis().del(`sessions-of:${accountId}`);
}
