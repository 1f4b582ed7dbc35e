import { createHmac } from "node:crypto";
import { join } from "node:path";
import { config } from "../config.ts";
import { lookupKey } from "./keys.ts";

/** Where the content of this hash lies; its name tells the hash to nobody who has not the keys. */
export interface StorePlace {
  readonly name: string;
  readonly folder: string;
  readonly envelope: string;
  object(id: string): string;
}

export function storePlace(sha256: string): StorePlace {
  refuseNoHash(sha256);
  return placeOfName(createHmac("sha256", lookupKey("names")).update(sha256).digest("hex"));
}

export function placeOfName(name: string): StorePlace {
  const folder = join(sealedFolder(), name.slice(0, 2), name.slice(2, 4));
  return {
    name,
    folder,
    envelope: join(folder, `${name}.envelope`),
    object: (id) => join(folder, `${name}.${id}`),
  };
}

/** Where content lay before it was encrypted. */
export function openPlace(sha256: string): string {
  refuseNoHash(sha256);
  return join(config().DOCUMENTS_FOLDER, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

export function sealedFolder(): string {
  return join(config().DOCUMENTS_FOLDER, "sealed");
}

export function incomingFolder(): string {
  return join(config().DOCUMENTS_FOLDER, "incoming");
}

/** Anything but a hash could lead out of the folder. */
function refuseNoHash(sha256: string): void {
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw new Error("Bytes are stored under a SHA-256 in small hexadecimal digits");
  }
}
