import { change, now, openColumn, transaction, type Actor } from "../../base/index.ts";
import { settle, type Outcome } from "../second-factor/prove-by-code.ts";
import { stepOf } from "../second-factor/totp.ts";
import { lockTries } from "../second-factor/tries.ts";
import { livingArming, secretPlace, type Arming } from "./arming.ts";

/** Judges a code of the app that was given with the arming. */
export function proveByArming(actor: Actor, armingId: string, code: string): Promise<Outcome> {
  return transaction(async () => {
    if (await lockTries(actor.accountId ?? "")) {
      return "locked";
    }
    const arming = await livingArming(armingId);
    const isRight = arming !== undefined && (await takeCode(arming, code));
    return settle(actor, isRight ? "break-glass" : undefined);
  });
}

/** Each code opens once. */
export async function takeCode(arming: Arming, code: string): Promise<boolean> {
  const secret = openColumn(secretPlace, arming.id, arming.secret);
  const step = stepOf(secret, code.replace(/\s/g, ""), now());
  if (step === undefined || step <= arming.lastStep) {
    return false;
  }
  await change("break_glass_armings", { id: arming.id }, { lastStep: step });
  return true;
}
