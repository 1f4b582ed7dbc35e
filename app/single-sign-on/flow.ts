/**
 * INVARIANTS
 * 1. A flow is used once: reading it removes it.
 * 2. A flow belongs to the browser that began it: that browser's cookie opens it, and Redis has only its hash.
 * 3. A flow belongs to one provider: an answer of another does not end it well.
 */
import { createHash, randomBytes } from "node:crypto";
import { redis } from "../base/index.ts";
import { Unproved } from "./unproved.ts";

/** One attempt to sign in elsewhere, from leaving to coming back. */
export interface Flow {
  readonly providerId: string;
  readonly state: string;
  readonly nonce: string;
  /** The secret half of PKCE. */
  readonly verifier: string;
  /** Where in our own house to go afterwards. */
  readonly next: string;
  /** Begun within a session, to prove again that it is the same person. */
  readonly again: boolean;
  readonly beganAt: number;
}

export const flowSeconds = 600;

const random = (): string => randomBytes(32).toString("base64url");
const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");
const key = (state: string): string => `sign-in-flow:${hashOf(state)}`;

/** The other half of PKCE: what the provider may know before. */
export const challengeOf = ({ verifier }: Flow): string => hashOf(verifier);

/** Begins a flow; the second value is what only this browser keeps. */
export async function beginFlow(
  begun: Pick<Flow, "providerId" | "next" | "again">,
): Promise<{ flow: Flow; browser: string }> {
  const browser = random();
  const secrets = { state: random(), nonce: random(), verifier: random() };
  const flow = { ...begun, ...secrets, beganAt: Date.now() };
  const kept = JSON.stringify({ ...flow, browser: hashOf(browser) });
  await redis().set(key(flow.state), kept, "EX", flowSeconds);
  return { flow, browser };
}

/** Ends the flow of this state, for this browser and this provider only. */
export async function takeFlow(
  state: string | undefined,
  { providerId, browser }: { providerId: string; browser: string | undefined },
): Promise<Flow> {
  const text = state ? await redis().getdel(key(state)) : null;
  if (text === null) {
    throw new Unproved("flow-unknown");
  }
  const { browser: owner, ...flow } = JSON.parse(text) as Flow & { browser: string };
  if (browser === undefined || hashOf(browser) !== owner) {
    throw new Unproved("other-browser");
  }
  if (flow.providerId !== providerId) {
    throw new Unproved("other-provider");
  }
  return flow;
}
