import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { passphraseFile, renderPassphrase } from "../../../../backups/conf/render.ts";
import type { BackupPlaces } from "../../../../backups/places.ts";
import { makeHost, mustRun } from "../../../host/index.ts";
import { places as usual } from "../../../places.ts";
import { vault } from "../../../secrets/index.ts";

/** Seals a secret that came back with the key of this host, where the units look for it, and lays it out anew. */
export async function keepSecret(
  { credentials, pgbackrest }: Pick<BackupPlaces, "credentials" | "pgbackrest">,
  name: string,
  value: string,
): Promise<void> {
  if (credentials === usual.credentials) {
    // Settings that are here stay, and with them the certificate of this machine's authority: no other key fits it.
    if (name === "authority-key" && (await vault.read(name)) !== undefined) {
      return;
    }
    await vault.write(makeHost(), name, value);
    if (name === "backup-passphrase") {
      await mustRun(["systemctl", "restart", "secretariat-backup-key.service"]);
    }
  } else {
    await writeFile(join(credentials, name), value, { mode: 0o600 });
    if (name === "backup-passphrase") {
      await writeFile(join(pgbackrest.secrets, passphraseFile), renderPassphrase(value));
    }
  }
}
