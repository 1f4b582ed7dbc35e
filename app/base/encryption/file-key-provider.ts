import { createHash, createHmac, randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { installationKey } from "../key-file.ts";
import { secretPlaces } from "../secret.ts";
import type { KeyProvider } from "./key-provider.ts";

/** How long the list of keys is believed; another process may have made a newer one. */
export const believedMilliseconds = 2_000;
const pattern = /^encryption-(\d{4})\.key$/;

/** Key-encryption keys as files `encryption-0001.key`, … of the folder of keys, readable by the owner only. */
export function fileKeyProvider(): KeyProvider {
  const keys = new Map<string, Buffer>();
  const derived = new Map<string, Buffer>();
  let readAt = -Infinity;
  const read = (): readonly string[] => {
    for (const number of numbersOnDisk()) {
      const key = keyOf(number);
      keys.set(idOf(number, key), key);
    }
    readAt = performance.now();
    return [...keys.keys()].toSorted();
  };
  const ids = (): readonly string[] =>
    performance.now() - readAt < believedMilliseconds ? [...keys.keys()].toSorted() : read();
  return {
    ids,
    derive: (id, purpose) => {
      const name = `${id} ${purpose}`;
      const known = derived.get(name);
      if (known) {
        return known;
      }
      if (!keys.has(id)) {
        read();
      }
      const fresh = deriveFrom(keys.get(id), id, purpose);
      derived.set(name, fresh);
      return fresh;
    },
    add: () => {
      read();
      const next = Math.max(0, ...numbersOnDisk()) + 1;
      const id = idOf(next, keyOf(next));
      read();
      return id;
    },
  };
}

function deriveFrom(key: Buffer | undefined, id: string, purpose: string): Buffer {
  if (!key) {
    throw new Error(`The encryption key ${id} is missing: restore it from the backup of the keys`);
  }
  return createHmac("sha256", key).update(purpose).digest();
}

/** Its number and the beginning of a digest, so that a wrong key under the right name is known for one. */
function idOf(number: number, key: Buffer): string {
  const digest = createHash("sha256").update("digital-secretariat key id\n").update(key);
  return `${String(number).padStart(4, "0")}-${digest.digest("hex").slice(0, 12)}`;
}

function keyOf(number: number): Buffer {
  const name = `encryption-${String(number).padStart(4, "0")}.key`;
  const key = installationKey(name, () => randomBytes(32));
  if (key.length !== 32) {
    throw new Error(`The key ${name} is damaged: restore it from the backup of the keys`);
  }
  return key;
}

function numbersOnDisk(): number[] {
  const { credentials, keys } = secretPlaces();
  return [credentials, keys]
    .flatMap((folder) => (folder ? namesIn(folder) : []))
    .map((name) => Number(pattern.exec(name)?.[1] ?? 0))
    .filter((number) => number > 0);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // made with the first key
  }
}
