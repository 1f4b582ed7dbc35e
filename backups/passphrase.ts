import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "../installer/host/index.ts";
import type { BackupPlaces } from "./places.ts";

export type SecretName = "backup-passphrase" | "documents-passphrase";

type Where = Pick<BackupPlaces, "credentials">;

export function readPassphrase(places: Where, name: SecretName): Promise<string> {
  return readSecret(places, name);
}

/**
 * A secret as the unit was handed it, as a private file, or unsealed with the key of this host. It is kept in
 * memory only.
 */
export async function readSecret({ credentials }: Where, name: string): Promise<string> {
  const handed = process.env["CREDENTIALS_DIRECTORY"];
  for (const folder of [handed, credentials]) {
    const path = join(folder ?? "/nonexistent", name);
    if (existsSync(path)) {
      refuseOpen(path, folder === handed);
      return readFileSync(path, "utf8").trimEnd();
    }
  }
  const sealed = join(credentials, `${name}.cred`);
  return (await mustRun(["systemd-creds", "decrypt", `--name=${name}`, sealed, "-"])).trimEnd();
}

function refuseOpen(path: string, isHanded: boolean): void {
  if (!isHanded && (statSync(path).mode & 0o077) !== 0) {
    throw new Error(`${path} may be read by others than its owner: chmod 600 ${path}`);
  }
}
