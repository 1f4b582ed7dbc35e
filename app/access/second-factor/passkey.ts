/**
 * INVARIANTS
 * 1. A challenge belongs to one session, lives five minutes, and is answered once.
 * 2. Only our own origin and host count, and only with the person's finger, face or PIN (user verification).
 * 3. The counter of a passkey that counts must rise: a copied one is found out.
 */
import { config, log, rows } from "../../base/index.ts";

export interface Passkey {
  readonly id: string;
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

export const ownHost = (): string => new URL(config().ORIGIN).hostname;
export const ownOrigin = (): string => new URL(config().ORIGIN).origin;

export function passkeysOf(accountId: string): Promise<Passkey[]> {
  return rows<Passkey>(`${selectPasskeys} where account_id = $accountId order by added_at`, {
    accountId,
  });
}

/** As the browser wants to be told of it. */
export function describePasskey({ credentialId, transports }: Passkey): {
  id: string;
  transports: string[];
} {
  return { id: credentialId, transports: [...transports] };
}

export const selectPasskeys = `
  select id, credential_id as "credentialId", public_key as "publicKey", counter, transports from passkeys`;

/** The library throws for whatever does not fit; the person is told that it did not work, the log why. */
export function tellTheLog(error: unknown): undefined {
  log.info({ err: error }, "A passkey was refused");
}
