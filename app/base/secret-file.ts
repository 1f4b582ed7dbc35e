/**
 * INVARIANT: a secret comes from a file that only its owner reads, never from the environment, where every child
 * process and every dump of the process would have it.
 */
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface SecretPlaces {
  /** What systemd hands a service (`LoadCredential=`): looked into first. */
  readonly credentials: string | undefined;
  readonly keys: string;
}

/** A secret without the line end an editor leaves; undefined where there is none. */
export function readSecret(name: string, places: SecretPlaces): string | undefined {
  return readSecretFile(name, places)
    ?.toString("utf8")
    .replace(/\r?\n$/, "");
}

/** The bytes of a secret file. One in the folder of keys that others may read is refused. */
export function readSecretFile(name: string, places: SecretPlaces): Buffer | undefined {
  if (!/^[a-z0-9][a-z0-9._-]*$/i.test(name)) {
    throw new Error("A secret is named by letters, digits, dots and dashes");
  }
  const { credentials } = places;
  const credential = credentials ? readPrivate(join(credentials, name), false) : undefined;
  return credential ?? readPrivate(join(places.keys, name), true);
}

/** systemd guards its own folder by other means than the mode of each file. */
function readPrivate(path: string, refuseOpen: boolean): Buffer | undefined {
  const file = openIfThere(path);
  if (file === undefined) {
    return undefined;
  }
  try {
    if (refuseOpen && (fstatSync(file).mode & 0o077) !== 0) {
      throw new Error(`${path} may be read by others than its owner: chmod 600 ${path}`);
    }
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}
