import { v7 as newId } from "uuid";
import { TOTP, Secret } from "otpauth";
import { insert, now } from "../../app/base/index.ts";
import { sealSecret } from "../../app/access/second-factor/keep-secret.ts";
import { newSecret } from "../../app/access/second-factor/totp.ts";

export interface AnApp {
  readonly id: string;
  /** The code it shows now, or so many steps of half a minute later. */
  readonly code: (steps?: number) => string;
}

/** An authenticator app of this account, already added. */
export async function anApp(accountId: string): Promise<AnApp> {
  const [id, secret] = [newId(), newSecret()];
  await insert("authenticator_apps", {
    id,
    accountId,
    name: "मेरा फ़ोन",
    lastStep: 0,
    addedAt: now(),
    secret: sealSecret(id, secret),
  });
  return { id, code: codesOf(secret) };
}

/** What an app with this secret shows. */
export function codesOf(secret: string): AnApp["code"] {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, "")) });
  return (steps = 0) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
}
