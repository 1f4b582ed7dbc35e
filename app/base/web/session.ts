/**
 * INVARIANTS
 * 1. Redis holds the hash of a token, never the token: a stolen dump opens no session.
 * 2. A session ends after the idle limit without a request and at its absolute limit whatever happens.
 * 3. An ended session stays ended: saving and renewing change only one that lives, so no request under way
 *    revives it. A session and its place in the list of its account change in one step, so that none slips
 *    away under a new token while all are ended.
 * 4. A renewed session has a new token and keeps its form token: what is open in other windows can be sent.
 * 5. Sentences for the next page lie in a list of their own: requests side by side neither lose nor repeat one.
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
  /** The id it began with: by this it is known to people, whatever its token is by now. */
  readonly root: string;
  readonly accountId: string;
  readonly csrf: string;
  readonly startedAt: number;
  actingPostId: string | null;
  language: Language;
  /** By which door its owner came in. */
  readonly door: string;
  readonly address: string | null;
  /** What the browser said it is. */
  readonly device: string | null;
  /** The office's limits at its start, never above those of the installation. */
  readonly idleSeconds: number;
  readonly absoluteSeconds: number;
  /** When the owner last proved to be himself; nothing while a second factor is owed. */
  provedAt: number | null;
  /** Whether a second factor was proved. */
  secondFactor: boolean;
  /** The acting post and its roles at the last page; another set makes a new token. */
  rights: string | null;
  /** The arming by which a break-glass session lives, and ends. */
  readonly armingId: string | null;
}

export type NewSession = Pick<Session, "accountId" | "actingPostId" | "language"> &
  Partial<Omit<Session, "id" | "root" | "csrf" | "startedAt">>;

/** Proof of identity counts as fresh for this long. */
const freshMilliseconds = 5 * 60_000;

const mostFlashes = 20;

const key = (id: string): string => `session:${id}`;
const flashKey = (id: string): string => `flash:${id}`;
const accountKey = (accountId: string): string => `sessions-of:${accountId}`;
const idleSeconds = (): number => config().SESSION_IDLE_MINUTES * 60;
const longestSeconds = (): number => config().SESSION_ABSOLUTE_MINUTES * 60;
const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Begins a session and returns the token that only the browser keeps. */
export async function startSession(start: NewSession): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const id = hashOf(token);
  const session: Session = {
    door: "password",
    address: null,
    device: null,
    provedAt: null,
    secondFactor: false,
    rights: null,
    armingId: null,
    ...start,
    ...limitsOf(start),
    id,
    root: id,
    csrf: randomBytes(24).toString("base64url"),
    startedAt: Date.now(),
  };
  const keys = [key(session.id), accountKey(session.accountId)];
  const seconds = [session.idleSeconds, longestSeconds()];
  await redis().eval(begin, 2, ...keys, JSON.stringify(session), session.id, ...seconds);
  return token;
}

/** The office may order less than the installation allows, never more. */
function limitsOf(given: Partial<Session>): Pick<Session, "idleSeconds" | "absoluteSeconds"> {
  const { SESSION_IDLE_MINUTES: idle, SESSION_ABSOLUTE_MINUTES: absolute } = config();
  return {
    idleSeconds: Math.min(given.idleSeconds ?? Infinity, idle * 60),
    absoluteSeconds: Math.min(given.absoluteSeconds ?? Infinity, absolute * 60),
  };
}

/** The living session of this token, its idle limit counted anew. */
export async function readSession(token: string): Promise<Session | undefined> {
  const text = await redis().eval(touch, 1, key(hashOf(token)), idleSeconds());
  if (typeof text !== "string") {
    return undefined;
  }
  const session = JSON.parse(text) as Session;
  if (Date.now() - session.startedAt > limitsOf(session).absoluteSeconds * 1000) {
    await endSession(session);
    return undefined;
  }
  return session;
}

/** Keeps what changed in a session that still lives. */
export async function saveSession(session: Session): Promise<void> {
  const { idleSeconds: idle } = limitsOf(session);
  await redis().set(key(session.id), JSON.stringify(session), "EX", idle, "XX");
}

/** Gives a living session, with what changed in it, a new token; the old one opens nothing any more. */
export async function renewSession(
  session: Session,
): Promise<{ token: string; session: Session } | undefined> {
  const token = randomBytes(32).toString("base64url");
  const next: Session = { ...session, id: hashOf(token) };
  const keys = [key(session.id), key(next.id), flashKey(session.id), flashKey(next.id)];
  const list = accountKey(session.accountId);
  const kept = [JSON.stringify(next), session.id, next.id];
  const seconds = [limitsOf(session).idleSeconds, longestSeconds()];
  const isDone = await redis().eval(replace, 5, ...keys, list, ...kept, ...seconds);
  return isDone === 1 ? { token, session: next } : undefined;
}

/** Whether the owner proved a few minutes ago to be himself. Programs cannot be asked and carry their token. */
export function isFresh(session: Session | undefined): boolean {
  return (
    session === undefined ||
    (session.provedAt !== null && Date.now() - session.provedAt < freshMilliseconds)
  );
}

export interface LivingSession extends Session {
  readonly lastUsedAt: number;
}

/** The sessions of an account that live now, the last used first. */
export async function sessionsOf(accountId: string): Promise<LivingSession[]> {
  const ids = await redis().smembers(accountKey(accountId));
  const found = await Promise.all(ids.map(readIdle));
  return found
    .filter((session) => session !== undefined)
    .toSorted((one, other) => other.lastUsedAt - one.lastUsedAt);
}

/** Reads without counting as use. */
async function readIdle(id: string): Promise<LivingSession | undefined> {
  const [text, rest] = await Promise.all([redis().get(key(id)), redis().ttl(key(id))]);
  if (text === null) {
    return undefined;
  }
  const session = JSON.parse(text) as Session;
  const unused = limitsOf(session).idleSeconds - rest;
  return { ...session, lastUsedAt: Date.now() - Math.max(0, unused) * 1000 };
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

/** Ends the session that began with this id, though it took a new token just now. */
export async function endSessionFrom(accountId: string, root: string): Promise<void> {
  await redis().eval(endFrom, 1, accountKey(accountId), root);
}

/** Ends every session of an account, as after a change of password; all but one where that is named. */
export async function endSessionsOf(accountId: string, except = ""): Promise<void> {
  await redis().eval(endAll, 1, accountKey(accountId), except);
}

const touch = `
  local text = redis.call("get", KEYS[1])
  if text then
    local own = cjson.decode(text)["idleSeconds"]
    redis.call("expire", KEYS[1], math.min(tonumber(own) or tonumber(ARGV[1]), tonumber(ARGV[1])))
  end
  return text`;

const begin = `
  redis.call("set", KEYS[1], ARGV[1], "EX", ARGV[3])
  redis.call("sadd", KEYS[2], ARGV[2])
  redis.call("expire", KEYS[2], ARGV[4])`;

const endAll = `
  for _, id in ipairs(redis.call("smembers", KEYS[1])) do
    if id ~= ARGV[1] then
      redis.call("del", "session:" .. id, "flash:" .. id)
      redis.call("srem", KEYS[1], id)
    end
  end`;

const endFrom = `
  for _, id in ipairs(redis.call("smembers", KEYS[1])) do
    local text = redis.call("get", "session:" .. id)
    if text and cjson.decode(text)["root"] == ARGV[1] then
      redis.call("del", "session:" .. id, "flash:" .. id)
      redis.call("srem", KEYS[1], id)
    end
  end`;

const replace = `
  if redis.call("del", KEYS[1]) == 0 then
    return 0
  end
  redis.call("set", KEYS[2], ARGV[1], "EX", ARGV[4])
  redis.call("srem", KEYS[5], ARGV[2])
  redis.call("sadd", KEYS[5], ARGV[3])
  redis.call("expire", KEYS[5], ARGV[5])
  if redis.call("exists", KEYS[3]) == 1 then
    redis.call("rename", KEYS[3], KEYS[4])
  end
  return 1`;

/** How many sessions of an account live now. */
export async function countSessionsOf(accountId: string): Promise<number> {
  const ids = await redis().smembers(accountKey(accountId));
  return ids.length === 0 ? 0 : redis().exists(...ids.map(key));
}
