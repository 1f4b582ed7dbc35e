/**
 * INVARIANTS
 * 1. A challenge belongs to one session, lives five minutes, and is answered once.
 * 2. Only our own origin and host count, and only with the person's finger, face or PIN (user verification).
 * 3. The counter of a passkey that counts must rise: a copied one is found out.
 */
import { v7 as newId } from "uuid";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import {
  change,
  config,
  explainConstraint,
  insert,
  log,
  now,
  record,
  row,
  rows,
  transaction,
  words,
  type Actor,
  type Session,
} from "../../base/index.ts";
import { keepChallenge, takeChallenge } from "./challenges.ts";
import { settle, type Outcome } from "./prove-by-code.ts";
import { lockTries } from "./tries.ts";

explainConstraint(
  "passkeys_credential_id_key",
  words("This passkey belongs to an account already."),
);

/** ECDSA on P-256, EdDSA and RSA, by their numbers in COSE: what computers, phones and keys make. */
const algorithms = [-7, -8, -257];

interface Known {
  readonly id: string;
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

const host = (): string => new URL(config().ORIGIN).hostname;
const origin = (): string => new URL(config().ORIGIN).origin;

/** What the browser is asked when somebody adds a passkey. */
export async function askForNewPasskey(session: Session, login: string) {
  const known = await knownOf(session.accountId);
  const asked = await generateRegistrationOptions({
    rpName: "Digital Secretariat",
    rpID: host(),
    userName: login,
    userID: Buffer.from(session.accountId),
    excludeCredentials: known.map(described),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
  await keepChallenge(session.id, asked.challenge);
  return asked;
}

/** What the browser is asked when somebody proves himself; nothing where he has no passkey. */
export async function askForPasskey(session: Session) {
  const known = await knownOf(session.accountId);
  if (known.length === 0) {
    return undefined;
  }
  const asked = await generateAuthenticationOptions({
    rpID: host(),
    allowCredentials: known.map(described),
    userVerification: "required",
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
    expectedOrigin: origin(),
    expectedRPID: host(),
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(notRight);
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
    const known = await row<Known>(
      `${selectKnown} where account_id = $accountId and credential_id = $credentialId for update`,
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
  known: Known,
  response: AuthenticationResponseJSON,
): Promise<number | undefined> {
  const proved = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(session.id, challenge),
    expectedOrigin: origin(),
    expectedRPID: host(),
    requireUserVerification: true,
    credential: {
      id: known.credentialId,
      publicKey: new Uint8Array(Buffer.from(known.publicKey, "base64url")),
      counter: known.counter,
    },
  }).catch(notRight);
  return proved?.verified ? proved.authenticationInfo.newCounter : undefined;
}

/** The library throws for whatever does not fit; the person is told that it did not work, the log why. */
function notRight(error: unknown): undefined {
  log.info({ err: error }, "A passkey was refused");
}

function knownOf(accountId: string): Promise<Known[]> {
  return rows<Known>(`${selectKnown} where account_id = $accountId order by added_at`, {
    accountId,
  });
}

function described({ credentialId, transports }: Known): { id: string; transports: string[] } {
  return { id: credentialId, transports: [...transports] };
}

const selectKnown = `
  select id, credential_id as "credentialId", public_key as "publicKey", counter, transports from passkeys`;
