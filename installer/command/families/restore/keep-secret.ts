import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { passphraseFile, renderPassphrase } from "../../../../backups/conf/render.ts";
import type { BackupPlaces } from "../../../../backups/places.ts";
import { groupId, makeHost, mustRun, userId, writeWhole } from "../../../host/index.ts";
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
      await layOut(pgbackrest.secrets, value);
    }
  } else {
    await writeFile(join(credentials, name), value, { mode: 0o600 });
    if (name === "backup-passphrase") {
      await writeFile(join(pgbackrest.secrets, passphraseFile), renderPassphrase(value));
    }
  }
}

/**
 * As the unit does that lays it into memory at boot. It is not started again: one of an earlier release would take away
 * the shared memory of Postgres, which runs as the same user, when it ends.
 */
async function layOut(folder: string, passphrase: string): Promise<void> {
  await mustRun(["systemctl", "start", "secretariat-backup-key.service"]);
  const own = { mode: 0o600, uid: userId("postgres") ?? 0, gid: groupId("postgres") ?? 0 };
  await writeWhole(join(folder, passphraseFile), renderPassphrase(passphrase), own);
}
