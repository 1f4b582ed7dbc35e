/**
 * INVARIANT: a checkpoint is the head of the chain with its time, signed by a key outside the database; the newest
 * is also kept beside that key. Rewriting the chain from any seal before it onwards is detected, even by one who
 * rewrites or removes the checkpoints too.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";
import { afterCommit, insert, installationKey, now, row, transaction } from "../base/index.ts";
import { keepHead } from "./kept-head.ts";
import { readHead } from "./seal.ts";

export interface Checkpoint {
  readonly sequence: number;
  readonly chain: Buffer;
  readonly at: Date;
  readonly signature: string;
}

/** Signs the head of the chain when it has grown since the last checkpoint. */
export function writeCheckpoint(): Promise<void> {
  return transaction(async () => {
    await row("select pg_advisory_xact_lock(hashtext('secretariat.checkpoint'))");
    const head = await readHead();
    const last = await row<{ sequence: number }>(
      "select sequence from checkpoints order by sequence desc limit 1",
    );
    if (head.sequence > (last?.sequence ?? 0)) {
      const dated = { ...head, at: now() };
      const signature = sign(null, statementOf(dated), keys().privateKey).toString("base64");
      await insert("checkpoints", { ...dated, signature });
      await afterCommit(() => keepHead({ ...dated, signature }));
    }
  });
}

/** Whether it was signed by our key and tells of this very chain. */
export function isCheckpointGenuine(checkpoint: Checkpoint, chain: Buffer): boolean {
  const signature = Buffer.from(checkpoint.signature, "base64");
  const isSigned = verify(null, statementOf(checkpoint), keys().publicKey, signature);
  return isSigned && checkpoint.chain.equals(chain);
}

function statementOf({ sequence, chain, at }: Omit<Checkpoint, "signature">): Buffer {
  const lines = ["digital-secretariat", sequence, chain.toString("base64"), at.toISOString(), ""];
  return Buffer.from(lines.join("\n"));
}

let held: { privateKey: KeyObject; publicKey: KeyObject } | undefined;

function keys() {
  if (!held) {
    const privateKey = createPrivateKey(installationKey("checkpoint.pem", makeKey).toString());
    held = { privateKey, publicKey: createPublicKey(privateKey) };
  }
  return held;
}

function makeKey(): string {
  return String(generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }));
}
