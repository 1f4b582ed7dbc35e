import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../../installer/host/index.ts";
import { mine } from "../manifest/manifests.ts";
import type { BackupPlaces } from "../places.ts";
import { encryptText, isRecipient, makeKeyPair } from "./age.ts";
import { readEscrow, writeEscrow, type EscrowFacts } from "./facts.ts";
import { fingerprintOf, signingKey } from "../manifest/sign.ts";
import { splitSecret, writeEscrowed } from "./shares.ts";

export interface SplitWish {
  /** Public keys of the officers, one share each; none: all shares are printed for sealed paper. */
  readonly recipients: readonly string[];
  readonly shares: number;
  readonly threshold: number;
}

export interface SplitResult {
  readonly facts: EscrowFacts;
  /** Shares to print, once; empty where they were encrypted to their holders. */
  readonly paper: readonly string[];
  /** The files of the others. */
  readonly files: readonly string[];
}

type Where = Pick<BackupPlaces, "folder" | "state">;

/**
 * Makes the escrow's identity and shares its secret out, and with it whom to believe: a bare host knows the key that
 * signs archives from the officers, not from the folder that the archives lie in. The secret itself is written
 * nowhere; whoever loses more shares than the threshold forgives can open nothing.
 */
export async function splitEscrow(places: Where, wish: SplitWish): Promise<SplitResult> {
  refuseWish(wish);
  const { identity, recipient } = await makeKeyPair();
  const signer = fingerprintOf(await signingKey(places.state));
  const shares = await splitSecret(writeEscrowed({ identity, signer }), wish);
  const holders = shares.map((_, index) => ({
    number: index + 1,
    holder: wish.recipients[index] ?? "paper",
  }));
  const files = await encryptShares(places, shares, wish.recipients);
  await writeTestBlob(places, recipient);
  const before = await readEscrow(places.state);
  const at = new Date().toISOString();
  const facts: EscrowFacts = {
    recipient,
    threshold: wish.threshold,
    holders,
    splitAt: at,
    provenWith: [],
    formerly: [
      ...(before?.formerly ?? []),
      ...(before ? [{ recipient: before.recipient, until: at }] : []),
    ],
  };
  await writeEscrow(places.state, facts);
  await writeEscrow(publicFacts(places), facts);
  return { facts, files, paper: wish.recipients.length === 0 ? shares : [] };
}

export function testBlob({ folder }: Pick<BackupPlaces, "folder">): string {
  return join(escrowFolder(folder), "test.age");
}

/** A copy of the facts beside the backups: a bare host must know how many shares open whose escrow. */
export function publicFacts({ folder }: Pick<BackupPlaces, "folder">): string {
  return escrowFolder(folder);
}

export const testWords = "This opens with enough shares of the escrow.";

function escrowFolder(folder: string): string {
  return join(folder, "escrow");
}

function refuseWish({ recipients, shares, threshold }: SplitWish): void {
  if (threshold < 2 || threshold > shares || shares > 9) {
    throw new Error("An escrow has 2 to 9 shares, and its threshold is 2 at least");
  }
  if (recipients.length > 0 && recipients.length !== shares) {
    throw new Error(`${shares} shares need ${shares} recipients, or none to be printed`);
  }
  if (recipients.some((one) => !isRecipient(one)) || new Set(recipients).size < recipients.length) {
    throw new Error("Each recipient is another public key of age (age1…)");
  }
}

async function encryptShares(
  { folder }: Where,
  shares: readonly string[],
  recipients: readonly string[],
): Promise<string[]> {
  await mkdir(escrowFolder(folder), { recursive: true, mode: 0o700 });
  const files: string[] = [];
  for (const [index, recipient] of recipients.entries()) {
    const path = join(escrowFolder(folder), `share-${index + 1}.age`);
    const text = await encryptText(recipient, `${shares[index] ?? ""}\n`);
    await writeWhole(path, text, mine(0o600));
    files.push(path);
  }
  return files;
}

/** Something that is worth nothing, to show that what matters could be opened. */
async function writeTestBlob(places: Where, recipient: string): Promise<void> {
  await mkdir(escrowFolder(places.folder), { recursive: true, mode: 0o700 });
  const salt = randomBytes(16).toString("hex");
  const text = await encryptText(recipient, `${testWords}\n${salt}\n`);
  await writeWhole(testBlob(places), text, mine(0o600));
}
