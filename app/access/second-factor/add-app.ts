import { v7 as newId } from "uuid";
import { toString as drawn } from "qrcode";
import {
  conflict,
  insert,
  invalid,
  now,
  record,
  redis,
  transaction,
  type Actor,
  type Session,
} from "../../base/index.ts";
import { openSecret, sealSecret } from "./keep-secret.ts";
import { addressOf, newSecret, stepOf } from "./totp.ts";

/** What is begun and not confirmed is forgotten after this long. */
const seconds = 900;

const key = (session: Session): string => `new-app:${session.id}`;

export interface NewApp {
  /** For apps that cannot read the square, in groups of four. */
  readonly secret: string;
  readonly address: string;
  /** The square as a picture. */
  readonly picture: string;
}

/** The secret for a new app: the same one however often the page is opened again. */
export async function beginApp(session: Session, login: string): Promise<NewApp> {
  const [, secret] = await begun(session);
  const address = addressOf(secret, login);
  const svg = await drawn(address, { type: "svg", margin: 2 });
  return {
    secret: secret.match(/.{1,4}/g)?.join(" ") ?? secret,
    address,
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`,
  };
}

/** The id the app will have, and its secret; the same ones while they are kept. */
async function begun(session: Session): Promise<[id: string, secret: string]> {
  const id = newId();
  const made = JSON.stringify([id, sealSecret(id, newSecret())]);
  await redis().set(key(session), made, "EX", seconds, "NX");
  const [kept, sealed] = JSON.parse((await redis().get(key(session))) ?? made) as [string, string];
  return [kept, openSecret(kept, sealed)];
}

/** Keeps the app once it has shown that it counts as we do. */
export async function addApp(
  actor: Actor,
  session: Session,
  given: { readonly name: string; readonly code: string },
): Promise<void> {
  const kept = await redis().get(key(session));
  if (kept === null) {
    throw conflict("This page is out of date. Scan the new square.");
  }
  const code = given.code.replace(/\s/g, "");
  const [id, secret] = JSON.parse(kept) as [string, string];
  const lastStep = stepOf(openSecret(id, secret), code, now());
  if (lastStep === undefined) {
    throw invalid("code", "This is not the code the app shows now. Check the clock of the phone.");
  }
  await transaction(async () => {
    await insert("authenticator_apps", {
      id,
      accountId: session.accountId,
      name: given.name,
      secret,
      lastStep,
      addedAt: now(),
    });
    await record(actor, "access.second-factor-added", {
      subject: { type: "account", id: session.accountId },
      detail: { factorId: id, kind: "app", name: given.name },
    });
  });
  await redis().del(key(session));
}
