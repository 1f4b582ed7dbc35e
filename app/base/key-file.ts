import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { config } from "./config.ts";

const held = new Map<string, Buffer>();

/** A key of this installation, made at first use and kept outside the database, readable by the owner only. */
export function installationKey(name: string, make: () => Uint8Array | string): Buffer {
  const key = held.get(name) ?? readOrMake(join(config().KEYS_FOLDER, name), make);
  held.set(name, key);
  return key;
}

function readOrMake(path: string, make: () => Uint8Array | string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    mkdirSync(config().KEYS_FOLDER, { recursive: true, mode: 0o700 });
    const temporary = `${path}.${randomUUID()}`;
    writeFileSync(temporary, make(), { mode: 0o600, flush: true });
    linkUnlessThere(temporary, path);
    rmSync(temporary);
    return readFileSync(path);
  }
}

/** Two processes may start at once: the link decides whose key stands. */
function linkUnlessThere(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch {
    // another process was first
  }
}
