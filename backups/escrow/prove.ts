import type { BackupPlaces } from "../places.ts";
import { decryptFile } from "./age.ts";
import { fingerprintOf, signingKey } from "../manifest/sign.ts";
import { newestConfiguration } from "./archives.ts";
import { openConfiguration } from "./configuration.ts";
import { readEscrow, writeEscrow } from "./facts.ts";
import { combineShares, numberOfShare } from "./shares.ts";
import { testBlob, testWords } from "./split.ts";
import { readdir, rm } from "node:fs/promises";
import { makeMemoryFolder } from "./memory-folder.ts";

export type Proof =
  | { readonly isProven: true; readonly archive: string | undefined }
  | {
      readonly isProven: false;
      readonly reason: "no-escrow" | "shares" | "test" | "signer" | "archive";
    };

/**
 * Puts shares together and opens with them the test file and the newest archive of the configuration. What is
 * opened is looked at in memory and thrown away.
 */
export async function proveEscrow(places: BackupPlaces, shares: readonly string[]): Promise<Proof> {
  const facts = await readEscrow(places.state);
  if (!facts) {
    return { isProven: false, reason: "no-escrow" };
  }
  const escrowed = await combineShares(shares, facts);
  if (escrowed === undefined) {
    return { isProven: false, reason: "shares" };
  }
  const { identity, signer } = escrowed;
  const text = await decryptFile(identity, testBlob(places)).catch(() => "");
  if (!text.startsWith(testWords)) {
    return { isProven: false, reason: "test" };
  }
  if (signer !== fingerprintOf(await signingKey(places.state))) {
    return { isProven: false, reason: "signer" };
  }
  const archive = await newestConfiguration(places);
  if (archive !== undefined && !(await opens(places, archive, identity))) {
    return { isProven: false, reason: "archive" };
  }
  const provenWith = shares.map(numberOfShare).toSorted((one, other) => one - other);
  await writeEscrow(places.state, { ...facts, provenAt: new Date().toISOString(), provenWith });
  return { isProven: true, archive };
}

async function opens(places: BackupPlaces, archive: string, identity: string): Promise<boolean> {
  const folder = await makeMemoryFolder("proof");
  try {
    await openConfiguration(places, { archive, identity, into: folder });
    const found = await readdir(folder);
    return ["secrets", "keys", "facts"].every((part) => found.includes(part));
  } catch {
    return false;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
