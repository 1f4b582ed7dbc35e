import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BackupPlaces } from "../../../../backups/places.ts";
import { makeHost } from "../../../host/index.ts";
import { places as usual } from "../../../places.ts";
import { vault } from "../../../secrets/index.ts";

/** Seals a secret that came back with the key of this host, where the units look for it. */
export async function keepSecret(
  { credentials }: Pick<BackupPlaces, "credentials">,
  name: string,
  value: string,
): Promise<void> {
  if (credentials === usual.credentials) {
    await vault.write(makeHost(), name, value);
  } else {
    await writeFile(join(credentials, name), value, { mode: 0o600 });
  }
}
