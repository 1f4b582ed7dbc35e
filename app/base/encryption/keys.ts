import { createHash, createHmac, randomBytes } from "node:crypto";
import { installationKey } from "../key-file.ts";
import { readSecretFile } from "../secret-file.ts";
import { secretPlaces } from "../secret.ts";
import { fileKeyProvider } from "./file-key-provider.ts";
import type { KeyProvider } from "./key-provider.ts";

let provider: KeyProvider | undefined;

/** Where the key-encryption keys come from; one for the process. */
export function keyProvider(): KeyProvider {
  provider ??= fileKeyProvider();
  return provider;
}

/** Puts another provider in its place: a hardware module, or a test's own. */
export function useKeyProvider(other: KeyProvider | undefined): void {
  provider = other;
}

/** The key that seals what is new. */
export function currentKeyId(): string {
  return keyProvider().ids().at(-1) ?? keyProvider().add();
}

const lookups = new Map<string, Buffer>();

/**
 * A key for telling equal things without opening them. It lies beside the key-encryption keys and never
 * changes, since every name and index made with it would change too.
 */
export function lookupKey(purpose: string): Buffer {
  const known = lookups.get(purpose);
  if (known) {
    return known;
  }
  const root = installationKey("lookup.key", () => randomBytes(32));
  const key = createHmac("sha256", root).update(purpose).digest();
  lookups.set(purpose, key);
  return key;
}

/** The beginning of a digest of the key for look-ups, or undefined where it was not made yet. */
export function lookupKeyId(): string | undefined {
  const root = readSecretFile("lookup.key", secretPlaces());
  const digest = createHash("sha256").update("digital-secretariat key id\n");
  return root && `lookup-${digest.update(root).digest("hex").slice(0, 12)}`;
}
