/**
 * INVARIANTS
 * 1. leaf = SHA-256(0x00 || source || 0x00 || content); chain(n) = SHA-256(0x01 || chain(n-1) || leaf(n)).
 *    The leading bytes keep leaves and links apart, as in RFC 6962.
 * 2. The first link follows `genesis`; every later one follows the seal before it, without gap.
 */
import { createHash } from "node:crypto";

export const genesis: Buffer = createHash("sha256").update("digital-secretariat record").digest();

export function leafOf(source: string, content: string): Buffer {
  return createHash("sha256").update(`\0${source}\0`).update(content).digest();
}

export function linkAfter(previous: Uint8Array, leaf: Uint8Array): Buffer {
  return createHash("sha256").update("\u0001").update(previous).update(leaf).digest();
}
