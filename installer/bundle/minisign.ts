import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Words } from "../words.ts";
import { BundleRefused, refusals } from "./refusals.ts";

/** What minisign (Debian's package of that name) writes and reads, in the form it calls prehashed. */
const untrusted = "untrusted comment: signature of the Digital Secretariat";
const prehashed = Buffer.from("ED");
const plain = Buffer.from("Ed");

export interface PublicKey {
  readonly id: Buffer;
  readonly bytes: Buffer;
}

export interface SecretKey extends PublicKey {
  readonly seed: Buffer;
}

/** Reads a public key: the file minisign writes, or its second line alone. */
export function readPublicKey(text: string): PublicKey {
  const bytes = strictBase64(lastLine(text), 42, refusals.noPublicKey);
  return { id: bytes.subarray(2, 10), bytes: bytes.subarray(10) };
}

/** Reads a secret key that has no password (`minisign -G -W`). */
export function readSecretKey(text: string): SecretKey {
  const bytes = strictBase64(lastLine(text), 158, refusals.noSecretKey);
  if (bytes.readUInt16LE(2) !== 0) {
    throw new BundleRefused(refusals.passwordKey);
  }
  const [id, seed, own] = [bytes.subarray(54, 62), bytes.subarray(62, 94), bytes.subarray(94, 126)];
  return { id, seed, bytes: own };
}

/** Signs a file; the trusted comment is signed with it. */
export async function signFile(file: string, key: SecretKey, comment: string): Promise<string> {
  const signature = sign(null, await digestOf(file), privateKey(key));
  const overall = sign(null, Buffer.concat([signature, Buffer.from(comment)]), privateKey(key));
  const first = Buffer.concat([prehashed, key.id, signature]).toString("base64");
  return `${untrusted}\n${first}\ntrusted comment: ${comment}\n${overall.toString("base64")}\n`;
}

/** Answers with the trusted comment; throws when any byte of file or signature is not as it was signed. */
export async function verifyFile(file: string, text: string, key: PublicKey): Promise<string> {
  const { id, signature, comment, overall } = readSignature(text);
  if (!id.equals(key.id)) {
    throw new BundleRefused(refusals.otherKey);
  }
  const own = publicKey(key);
  const signed = Buffer.concat([signature, Buffer.from(comment)]);
  const isOurs =
    verify(null, await digestOf(file), own, signature) && verify(null, signed, own, overall);
  if (!isOurs) {
    throw new BundleRefused(refusals.changedBytes, { name: basename(file) });
  }
  return comment;
}

interface Signature {
  readonly id: Buffer;
  readonly signature: Buffer;
  readonly comment: string;
  readonly overall: Buffer;
}

/** Four lines exactly as `signFile` writes them: what minisign would overlook is refused too. */
function readSignature(text: string): Signature {
  const [head, first = "", third = "", fourth = "", end, ...more] = text.split("\n");
  if (head !== untrusted || end !== "" || more.length > 0 || !third.startsWith(trusted)) {
    throw new BundleRefused(refusals.foreignSignature);
  }
  const bytes = strictBase64(first, 74, refusals.damagedSignature);
  if (!bytes.subarray(0, 2).equals(prehashed)) {
    throw new BundleRefused(refusals.foreignSignature);
  }
  return {
    id: bytes.subarray(2, 10),
    signature: bytes.subarray(10),
    comment: third.slice(trusted.length),
    overall: strictBase64(fourth, 64, refusals.damagedSignature),
  };
}

const trusted = "trusted comment: ";

/** What a person compares with the printed sheet: the same 64 hex digits `install` prints. */
export function fingerprintOf(key: PublicKey): string {
  const text = publicKeyLine(key);
  const hex = createHash("sha256").update(text).digest("hex");
  return hex.replace(/(.{4})(?=.)/g, "$1 ");
}

/** The line that minisign takes with `-P`. */
export function publicKeyLine({ id, bytes }: PublicKey): string {
  return Buffer.concat([plain, id, bytes]).toString("base64");
}

async function digestOf(file: string): Promise<Buffer> {
  const hash = createHash("blake2b512");
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
  }
  return hash.digest();
}

function privateKey({ seed }: SecretKey): ReturnType<typeof createPrivateKey> {
  const head = Buffer.from("302e020100300506032b657004220420", "hex");
  return createPrivateKey({ key: Buffer.concat([head, seed]), format: "der", type: "pkcs8" });
}

function publicKey({ bytes }: PublicKey): ReturnType<typeof createPublicKey> {
  const head = Buffer.from("302a300506032b6570032100", "hex");
  return createPublicKey({ key: Buffer.concat([head, bytes]), format: "der", type: "spki" });
}

/** A second spelling of the same bytes is refused too: so every flipped bit is. */
function strictBase64(text: string, length: number, refusal: Words): Buffer {
  const bytes = Buffer.from(text, "base64");
  if (bytes.length !== length || bytes.toString("base64") !== text) {
    throw new BundleRefused(refusal);
  }
  return bytes;
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
