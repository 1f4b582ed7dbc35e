/**
 * INVARIANT: a checkpoint is the head of the chain signed by a key outside the database. Rewriting the chain
 * from any seal before it onwards is detected by whoever holds the public key.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";
import { insert, installationKey, now, row, transaction } from "../base/index.ts";
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
    const head = await readHead();
    const last = await row<{ sequence: number }>(
      "select sequence from checkpoints order by sequence desc limit 1",
    );
    if (head.sequence > (last?.sequence ?? 0)) {
      const signature = sign(null, statementOf(head), privateKey()).toString("base64");
      await insert("checkpoints", { ...head, at: now(), signature });
    }
  });
}

/** Whether it was signed by our key and tells of this very chain. */
export function isCheckpointGenuine(checkpoint: Checkpoint, chain: Buffer): boolean {
  const signature = Buffer.from(checkpoint.signature, "base64");
  const isSigned = verify(null, statementOf(checkpoint), createPublicKey(privateKey()), signature);
  return isSigned && checkpoint.chain.equals(chain);
}

function statementOf({ sequence, chain }: Pick<Checkpoint, "sequence" | "chain">): Buffer {
  return Buffer.from(`digital-secretariat\n${sequence}\n${chain.toString("base64")}\n`);
}

function privateKey(): KeyObject {
  return createPrivateKey(installationKey("checkpoint.pem", makeKey).toString());
}

function makeKey(): string {
  return String(generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }));
}
