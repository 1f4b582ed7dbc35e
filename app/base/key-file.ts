import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { config } from "./config.ts";
import { readSecretFile } from "./secret-file.ts";
import { secretPlaces } from "./secret.ts";

const held = new Map<string, Buffer>();

/** A key of this installation, made at first use and kept outside the database, readable by the owner only. */
export function installationKey(name: string, make: () => Uint8Array | string): Buffer {
  const key = held.get(name) ?? readOrMake(name, make);
  held.set(name, key);
  return key;
}

function readOrMake(name: string, make: () => Uint8Array | string): Buffer {
  const key = read(name) ?? makeOnce(name, make);
  if (key.length === 0) {
    throw new Error(`The key ${name} is empty: restore it from the backup of the keys`);
  }
  return key;
}

function read(name: string): Buffer | undefined {
  return readSecretFile(name, secretPlaces());
}

/** Two processes may start at once: the link decides whose key stands. */
function makeOnce(name: string, make: () => Uint8Array | string): Buffer {
  const path = join(config().KEYS_FOLDER, name);
  mkdirSync(config().KEYS_FOLDER, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}`;
  writeFileSync(temporary, make(), { mode: 0o600, flush: true });
  try {
    linkSync(temporary, path);
  } catch {
    // another process was first
  }
  rmSync(temporary);
  syncFolder();
  return read(name) ?? Buffer.alloc(0);
}

/** What is marked with a key must not outlive it in a loss of power. */
function syncFolder(): void {
  const folder = openSync(config().KEYS_FOLDER, "r");
  fsyncSync(folder);
  closeSync(folder);
}
