import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFile } from "../../app/base/paths.ts";
import { renderTemplate } from "../../installer/render-template.ts";
import type { BackupPlaces } from "../places.ts";

interface Sizes {
  readonly processes?: number;
  readonly queue?: string;
}

/** The whole of pgbackrest.conf, but for the passphrase. */
export function renderPgbackrest(
  { folder, pgbackrest, postgres, stanza }: BackupPlaces,
  { processes = 2, queue = "16GiB" }: Sizes = {},
): string {
  const template = readFileSync(projectFile("backups/conf/pgbackrest.conf.template"), "utf8");
  return renderTemplate(template, {
    repository: join(folder, "database"),
    processes: String(processes),
    lock: pgbackrest.lock,
    queue,
    stanza,
    data: postgres.data,
    socket: postgres.socket,
    port: String(postgres.port),
  });
}

/** What lies beside it in memory: a file of this name in `pgbackrest.secrets`. */
export const passphraseFile = "passphrase.conf";

export function renderPassphrase(passphrase: string): string {
  return `[global]\nrepo1-cipher-pass=${passphrase}\n`;
}

/** With the time until it lies on the second host, less than a minute of work is lost with this one. */
export const archiveTimeoutSeconds = 45;
