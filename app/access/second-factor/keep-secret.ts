import { blindIndex, defineSealedColumn, openColumn, sealColumn } from "../../base/index.ts";

const place = "authenticator_apps.secret";
defineSealedColumn(place);

/** The secret of an app as it is kept, for the row of that app alone. */
export function sealSecret(appId: string, secret: string): string {
  return sealColumn(place, appId, secret);
}

export function openSecret(appId: string, sealed: string): string {
  return openColumn(place, appId, sealed);
}

/** What is too short for a plain hash is kept under a key: a stolen table cannot be tried out. */
export function hashOfCode(accountId: string, code: string): string {
  return blindIndex("recovery_codes.code_hash", `${accountId} ${code}`);
}
