import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
} from "@simplewebauthn/server";
import { change, now, row, transaction, type Actor, type Session } from "../../base/index.ts";
import { keepChallenge, takeChallenge } from "./challenges.ts";
import {
  describePasskey,
  ownHost,
  ownOrigin,
  passkeysOf,
  selectPasskeys,
  tellTheLog,
  type Passkey,
} from "./passkey.ts";
import { settle, type Outcome } from "./prove-by-code.ts";
import { lockTries } from "./tries.ts";

/** What the browser is asked when somebody proves himself; nothing where he has no passkey. */
export async function askForPasskey(session: Session) {
  const known = await passkeysOf(session.accountId);
  if (known.length === 0) {
    return undefined;
  }
  const asked = await generateAuthenticationOptions({
    rpID: ownHost(),
    allowCredentials: known.map(describePasskey),
    userVerification: "required",
  });
  await keepChallenge(session.id, asked.challenge);
  return asked;
}

/** Judges what a passkey signed. */
export function proveByPasskey(
  actor: Actor,
  session: Session,
  answer: AuthenticationResponseJSON,
): Promise<Outcome> {
  return transaction(async () => {
    if (await lockTries(session.accountId)) {
      return "locked";
    }
    const known = await row<Passkey>(
      `${selectPasskeys} where account_id = $accountId and credential_id = $credentialId for update`,
      { accountId: session.accountId, credentialId: answer.id },
    );
    const counter = known && (await counterAfter(session, known, answer));
    if (known && counter !== undefined) {
      await change("passkeys", { id: known.id }, { counter, lastUsedAt: now() });
    }
    return settle(actor, counter === undefined ? undefined : "passkey");
  });
}

/** The counter as the passkey tells it now; nothing where its answer is not right. */
async function counterAfter(
  session: Session,
  known: Passkey,
  response: AuthenticationResponseJSON,
): Promise<number | undefined> {
  const proved = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(session.id, challenge),
    expectedOrigin: ownOrigin(),
    expectedRPID: ownHost(),
    requireUserVerification: true,
    credential: {
      id: known.credentialId,
      publicKey: new Uint8Array(Buffer.from(known.publicKey, "base64url")),
      counter: known.counter,
    },
  }).catch(tellTheLog);
  return proved?.verified ? proved.authenticationInfo.newCounter : undefined;
}
