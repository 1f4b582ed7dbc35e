import {
  change,
  log,
  nobody,
  noPost,
  now,
  record,
  Refusal,
  startSession,
  transaction,
  type Actor,
} from "../../base/index.ts";
import { isPassword } from "../password.ts";
import { noAccount, type Admission, type Whence } from "../sign-in.ts";
import { countWrongTry, forgetTries, lockTries } from "../second-factor/tries.ts";
import { findArming, type Arming } from "./arming.ts";
import { takeCode } from "./prove-by-arming.ts";

export interface BreakingIn extends Whence {
  readonly login: string;
  readonly password: string;
  readonly code: string;
}

/** Comes in with the one-time password and the app's code together, once for each arming. Every try is loud. */
export async function breakGlass(given: BreakingIn): Promise<Admission> {
  const arming = await transaction(() => judge(given));
  if (!arming) {
    log.warn("Break-glass access was tried and refused");
    throw new Refusal(401, "wrong-password", {
      words: "Nothing is armed for this login, or the password or the code is not right.",
    });
  }
  log.warn({ armingId: arming.id }, "Break-glass access is used");
  const token = await startSession({
    accountId: arming.accountId,
    language: arming.language,
    actingPostId: null,
    address: given.address,
    device: given.device?.slice(0, 400) ?? null,
    door: "break-glass",
    secondFactor: true,
    provedAt: Date.now(),
    armingId: arming.id,
    absoluteSeconds: Math.floor((arming.untilAt.getTime() - now().getTime()) / 1000),
  });
  return { token, language: arming.language };
}

/** The arming, used up, where all was right. What was wrong is recorded, and that stands. */
async function judge(given: BreakingIn): Promise<Arming | undefined> {
  const arming = await findArming(given.login);
  const isPassed = await isPassword(given.password, arming?.passwordHash ?? null);
  const isUsed = arming !== undefined && (await use(arming, isPassed, given.code));
  await tell(isUsed ? "access.break-glass-used" : "access.break-glass-refused", given, arming);
  return isUsed ? arming : undefined;
}

/** Uses the arming up, once; what is wrong is counted. */
async function use(arming: Arming, isPassed: boolean, code: string): Promise<boolean> {
  const { id, accountId, usedAt } = arming;
  if (await lockTries(accountId)) {
    return false;
  }
  if (usedAt || !isPassed || !(await takeCode(arming, code))) {
    await countWrongTry(accountId);
    return false;
  }
  await change("break_glass_armings", { id }, { usedAt: now() });
  await forgetTries(accountId);
  return true;
}

async function tell(
  action: string,
  { address, requestId }: Whence,
  arming: Arming | undefined,
): Promise<void> {
  const actor: Actor = {
    ...nobody,
    accountId: arming?.accountId ?? null,
    employeeId: arming?.employeeId ?? null,
    postId: arming ? noPost : "",
    address,
    requestId,
  };
  await record(actor, action, {
    subject: { type: "account", id: arming?.accountId ?? noAccount },
    detail: arming ? { armingId: arming.id } : {},
  });
}
