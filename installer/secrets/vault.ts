import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ensureDirectory, ensureFile, mustRun, type Host } from "../host/index.ts";
import { places } from "../places.ts";

/**
 * INVARIANT: a secret lies on disk only as systemd sealed it with this machine's key; it passes between programs by
 * standard input and output, never by an argument, an environment or a log.
 */
export interface Vault {
  names(): Promise<readonly string[]>;
  read(name: string): Promise<string | undefined>;
  /** Seals a value under a name; false when it held the same already. */
  write(host: Host, name: string, value: string): Promise<boolean>;
}

export function isSecretName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,60}$/.test(name);
}

export function credentialPath(name: string): string {
  if (!isSecretName(name)) {
    throw new Error("A secret is named by small letters, digits and dashes");
  }
  return join(places.credentials, `${name}.cred`);
}

/** The secrets of this machine, as `LoadCredentialEncrypted=` hands them to the units. */
export const vault: Vault = { names, read, write };

async function names(): Promise<readonly string[]> {
  const found = await readdir(places.credentials).catch(() => []);
  return found
    .filter((file) => file.endsWith(".cred"))
    .map((file) => file.slice(0, -".cred".length))
    .toSorted();
}

async function read(name: string): Promise<string | undefined> {
  const path = credentialPath(name);
  if (!existsSync(path)) {
    return undefined;
  }
  return mustRun(["systemd-creds", "decrypt", `--name=${name}`, path, "-"]);
}

async function write(host: Host, name: string, value: string): Promise<boolean> {
  const path = credentialPath(name);
  if ((await read(name)) === value) {
    return false;
  }
  await ensureDirectory(host, { path: places.credentials, mode: 0o700 });
  return ensureFile(host, {
    path,
    content: host.isCheck ? "" : await sealed(name, value),
    mode: 0o600,
    secret: true,
  });
}

function sealed(name: string, value: string): Promise<string> {
  const command = ["systemd-creds", "encrypt", "--with-key=host", `--name=${name}`, "-", "-"];
  return mustRun(command, { input: value });
}
