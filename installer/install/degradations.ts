import { existsSync } from "node:fs";
import { isSecondAwaited } from "../../backups/keep/stores.ts";
import { readPlaces, type BackupPlaces } from "../../backups/places.ts";
import { isEscrowProven } from "../escrow-proven.ts";
import { placesFile } from "../steps/backup-settings.ts";
import { filled, words, type Words } from "../words.ts";

export interface Degradation {
  readonly reason: Words;
  /** What to do about it. */
  readonly next: Words;
}

/** Why the installation is not yet what it must be. */
export function degradations(
  isProven: boolean = isEscrowProven(),
  second: BackupPlaces["second"] = secondHere(),
): readonly Degradation[] {
  return [
    ...(isProven ? [] : [{ reason: unproven, next: proveIt }]),
    ...(second && isSecondAwaited({ second }) ? [addressAwaited(second)] : []),
  ];
}

/** A second host is named, and the file that says how to reach it was never brought. */
export function addressAwaited({ addressFile }: NonNullable<BackupPlaces["second"]>): Degradation {
  return { reason: unreached, next: filled(bringAddress, { file: addressFile }) };
}

function secondHere(): BackupPlaces["second"] {
  return existsSync(placesFile) ? readPlaces(placesFile).second : undefined;
}

const unproven = words({
  hi: "कुंजी-निक्षेप (escrow) प्रमाणित नहीं है",
  en: "escrow not proven",
});
const proveIt = words({
  hi: "secretariat escrow split, फिर secretariat escrow prove; तब तक कोई कार्यालय नहीं जोड़ा जा सकता",
  en: "secretariat escrow split, then secretariat escrow prove; until then no office can be added",
});
const unreached = words({
  hi: "site.yml में बताए दूसरे सर्वर का पता नहीं आया; बैकअप केवल इसी सर्वर पर हैं",
  en: "the address of the second host that site.yml names was not brought; backups lie on this host alone",
});
export const bringAddress = words({
  hi: "दूसरे सर्वर की /etc/secretariat-store/<name>.address को {file} (root, 0600) में रखें, फिर secretariat reconfigure",
  en: "put /etc/secretariat-store/<name>.address of the second host into {file} (root, 0600), then secretariat reconfigure",
});
