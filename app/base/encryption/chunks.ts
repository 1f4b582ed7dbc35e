/**
 * INVARIANT (the STREAM construction): chunk number n of a content opens only as chunk n of that content, and
 * the last only as the last. Cut short, lengthened, swapped, doubled or out of order, nothing opens. A key
 * encrypts one content, so that no nonce comes twice under one key.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
export const tagBytes = 16;
const keyBytes = 32;
const prefixBytes = 7;

/** What opens one content: its key, and the beginning of every nonce. */
export interface ContentKey {
  readonly key: Buffer;
  readonly prefix: Buffer;
  /** Bound to every chunk. */
  readonly object: string;
}

export interface ChunkPlace {
  readonly index: number;
  readonly isLast: boolean;
}

export function newContentKey(object: string): ContentKey {
  return { key: randomBytes(keyBytes), prefix: randomBytes(prefixBytes), object };
}

export function packKey({ key, prefix }: ContentKey): Buffer {
  return Buffer.concat([key, prefix]);
}

export function unpackKey(packed: Buffer, object: string): ContentKey {
  if (packed.length !== keyBytes + prefixBytes) {
    throw new Error("A data key has the wrong length");
  }
  return { key: packed.subarray(0, keyBytes), prefix: packed.subarray(keyBytes), object };
}

/** The ciphertext with its tag behind it. */
export function sealChunk(own: ContentKey, place: ChunkPlace, plain: Uint8Array): Buffer {
  const cipher = createCipheriv(algorithm, own.key, nonceOf(own.prefix, place), {
    authTagLength: tagBytes,
  });
  cipher.setAAD(boundTo(own));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

export function openChunk(own: ContentKey, place: ChunkPlace, sealed: Buffer): Buffer {
  if (sealed.length < tagBytes) {
    throw new Error("A chunk is cut short");
  }
  const decipher = createDecipheriv(algorithm, own.key, nonceOf(own.prefix, place), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(boundTo(own));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const plain = decipher.update(sealed.subarray(0, -tagBytes));
  decipher.final(); // throws unless all of it is authentic; in this mode it adds no bytes
  return plain;
}

/** 7 bytes of prefix, 4 of counter, 1 that says whether it is the last. */
export function nonceOf(prefix: Buffer, { index, isLast }: ChunkPlace): Buffer {
  const nonce = Buffer.alloc(prefixBytes + 5);
  prefix.copy(nonce);
  nonce.writeUInt32BE(index, prefixBytes);
  nonce.writeUInt8(isLast ? 1 : 0, prefixBytes + 4);
  return nonce;
}

function boundTo({ object }: ContentKey): Buffer {
  return Buffer.from(`v1|chunk|${object}`);
}
