import { v7 as newId } from "uuid";
import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import {
  explainConstraint,
  insert,
  now,
  record,
  transaction,
  words,
  type Actor,
  type Session,
} from "../../base/index.ts";
import { keepChallenge, takeChallenge } from "./challenges.ts";
import { describePasskey, ownHost, ownOrigin, passkeysOf, tellTheLog } from "./passkey.ts";

explainConstraint(
  "passkeys_credential_id_key",
  words("This passkey belongs to an account already."),
);

/** ECDSA on P-256, EdDSA and RSA, by their numbers in COSE: what computers, phones and keys make. */
const algorithms = [-7, -8, -257];

/** What the browser is asked when somebody adds a passkey. */
export async function askForNewPasskey(session: Session, login: string) {
  const known = await passkeysOf(session.accountId);
  const asked = await generateRegistrationOptions({
    rpName: "Digital Secretariat",
    rpID: ownHost(),
    userName: login,
    userID: Buffer.from(session.accountId),
    excludeCredentials: known.map(describePasskey),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
  await keepChallenge(session.id, asked.challenge);
  return asked;
}

interface NewPasskey {
  readonly name: string;
  readonly answer: RegistrationResponseJSON;
}

/** Keeps a passkey that the browser made for us; false where its answer is not right. */
export async function addPasskey(
  actor: Actor,
  session: Session,
  given: NewPasskey,
): Promise<boolean> {
  const made = await verifyRegistrationResponse({
    response: given.answer,
    expectedChallenge: (challenge) => takeChallenge(session.id, challenge),
    expectedOrigin: ownOrigin(),
    expectedRPID: ownHost(),
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(tellTheLog);
  if (!made?.verified) {
    return false;
  }
  const { credential } = made.registrationInfo;
  await transaction(async () => {
    const id = newId();
    await insert("passkeys", {
      id,
      accountId: session.accountId,
      name: given.name,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString("base64url"),
      counter: credential.counter,
      transports: JSON.stringify(credential.transports ?? []),
      addedAt: now(),
    });
    await record(actor, "access.second-factor-added", {
      subject: { type: "account", id: session.accountId },
      detail: { factorId: id, kind: "passkey", name: given.name },
    });
  });
  return true;
}
