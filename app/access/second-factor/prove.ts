import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { Refusal, type Actor, type Session } from "../../base/index.ts";
import { proveByArming } from "../break-glass/prove-by-arming.ts";
import { proveByPasskey } from "./prove-by-passkey.ts";
import { proveByCode, type Outcome } from "./prove-by-code.ts";
import { tooManyTries } from "./tries.ts";

export interface GivenFactor {
  readonly code?: string | undefined;
  /** What the browser answered for a passkey. */
  readonly passkey?: AuthenticationResponseJSON | undefined;
}

/** Returns where a second factor was proved; refuses whatever was wrong, which was counted by then. */
export async function proveFactor(
  actor: Actor,
  session: Session,
  given: GivenFactor,
): Promise<void> {
  const outcome = await judge(actor, session, given);
  if (outcome === "locked") {
    throw tooManyTries();
  }
  if (outcome === "wrong") {
    throw new Refusal(401, "wrong-factor", {
      words: given.passkey
        ? "The passkey could not be used. Open the page again and try once more."
        : "This code is not right, or was used before. Take the one the app shows now.",
    });
  }
}

function judge(actor: Actor, session: Session, given: GivenFactor): Promise<Outcome> {
  if (session.armingId) {
    return proveByArming(actor, session.armingId, given.code ?? "");
  }
  return given.passkey
    ? proveByPasskey(actor, session, given.passkey)
    : proveByCode(actor, given.code ?? "");
}
