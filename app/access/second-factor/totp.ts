import { Secret, TOTP } from "otpauth";

const period = 30;

/** A new secret for an authenticator app: a hundred and sixty bits in base 32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that the app reads from the square. */
export function addressOf(secret: string, login: string): string {
  return codesOf(secret, login).toString();
}

/** The step of time whose code this is: the present one, the one before or the one after. */
export function stepOf(secret: string, code: string, at: Date): number | undefined {
  const timestamp = at.getTime();
  const delta = codesOf(secret, "").validate({ token: code, timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / period) + delta;
}

/** Only what every app understands: SHA-1, six digits, thirty seconds. */
function codesOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: "Digital Secretariat", label, secret, period, digits: 6 });
}
