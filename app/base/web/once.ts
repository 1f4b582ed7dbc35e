/**
 * INVARIANTS
 * 1. The token is taken in the transaction of the work: both stand or neither does, so a refused form leaves
 *    its token unused, and the second of two that arrive together waits for the first.
 * 2. A token belongs to one account and one content. The same form with other values, as after the back
 *    button, is not answered as if it had been done.
 */
import { createHash } from "node:crypto";
import { now } from "../clock.ts";
import { execute, row, transaction } from "../database.ts";
import { conflict } from "../errors.ts";
import { done, type Answer, type Done } from "./answer.ts";

interface Kept {
  readonly fingerprint: string;
  readonly location: string;
  readonly properties: object;
  readonly status: Done["status"];
}

interface Submission {
  /** What the form or the program sent along; nothing means that it may be done again. */
  readonly token: unknown;
  readonly accountId: string;
  /** What makes two sendings the same: the route and its values. */
  readonly content: object;
}

/** Does the work at most once however often it is sent, and answers each time as the first time. */
export async function once(submission: Submission, work: () => Promise<Answer>): Promise<Answer> {
  const { token, accountId, content } = submission;
  if (typeof token !== "string" || token === "") {
    return work();
  }
  const key = { token: keyOf(accountId, token) };
  const fingerprint = hashOf(JSON.stringify(content));
  return transaction(async () => {
    const taken = await row(take, { ...key, fingerprint, account: accountId, at: now() });
    return taken ? keep(key, await work()) : repeat(key, fingerprint);
  });
}

/** Only what was done is kept: a page that a POST shows, such as a preview, is simply made again. */
async function keep(key: { token: string }, answer: Answer): Promise<Answer> {
  if (answer.kind === "done") {
    const { to, properties, status } = answer;
    await execute(
      `update submissions set location = $to, properties = $properties, status = $status
       where token = $token`,
      { ...key, to, status, properties: JSON.stringify(properties) },
    );
  } else {
    await execute("delete from submissions where token = $token", key);
  }
  return answer;
}

async function repeat(key: { token: string }, fingerprint: string): Promise<Answer> {
  const kept = await row<Kept>(
    "select fingerprint, location, properties, status from submissions where token = $token",
    key,
  );
  if (kept?.fingerprint !== fingerprint) {
    throw conflict(
      "This form was already sent with other content. Look at what was saved, then send it again.",
    );
  }
  return done(kept.location, kept.properties, { status: kept.status });
}

/** Forgets what nobody will send again. */
export async function forgetSubmissions(): Promise<void> {
  await execute("delete from submissions where at < clock_timestamp() - interval '7 days'");
}

function keyOf(accountId: string, token: string): string {
  return hashOf(`${accountId}\n${token}`);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const take = `
  insert into submissions (token, account_id, fingerprint, at)
  values ($token, $account, $fingerprint, $at)
  on conflict (token) do nothing returning token`;
