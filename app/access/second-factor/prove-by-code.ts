import { change, now, record, rows, transaction, type Actor } from "../../base/index.ts";
import { openSecret } from "./keep-secret.ts";
import { takeRecoveryCode } from "./recovery-codes.ts";
import { stepOf } from "./totp.ts";
import { countWrongTry, forgetTries, lockTries } from "./tries.ts";

export type Outcome = "proved" | "wrong" | "locked";

/** Judges a code of an app or a recovery code. What was wrong is counted, and stands whatever is answered. */
export function proveByCode(actor: Actor, given: string): Promise<Outcome> {
  return transaction(async () => {
    const accountId = actor.accountId ?? "";
    if (await lockTries(accountId)) {
      return "locked";
    }
    const code = given.replace(/\s/g, "");
    const way = await wayOf(accountId, code);
    return settle(actor, way);
  });
}

/** Records how a try ended, and counts it where it was wrong. Call it under `lockTries`. */
export async function settle(actor: Actor, way: string | undefined): Promise<Outcome> {
  const accountId = actor.accountId ?? "";
  const subject = { type: "account", id: accountId };
  if (way === undefined) {
    await countWrongTry(accountId);
    await record(actor, "access.second-factor-refused", { subject });
    return "wrong";
  }
  await forgetTries(accountId);
  await record(actor, "access.second-factor-proved", { subject, detail: { way } });
  return "proved";
}

async function wayOf(accountId: string, code: string): Promise<string | undefined> {
  if (/^\d{6}$/.test(code)) {
    return (await isCodeOfApp(accountId, code)) ? "app" : undefined;
  }
  return (await takeRecoveryCode(accountId, code)) ? "recovery-code" : undefined;
}

/** Each code opens once: the step of the last one is kept, and none at or before it counts. */
async function isCodeOfApp(accountId: string, code: string): Promise<boolean> {
  const apps = await rows<{ id: string; secret: string; lastStep: number }>(
    `select id, secret, last_step as "lastStep" from authenticator_apps
     where account_id = $accountId for update`,
    { accountId },
  );
  for (const { id, secret, lastStep } of apps) {
    const step = stepOf(openSecret(id, secret), code, now());
    if (step !== undefined && step > lastStep) {
      await change("authenticator_apps", { id }, { lastStep: step, lastUsedAt: now() });
      return true;
    }
  }
  return false;
}
