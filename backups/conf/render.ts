import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFile } from "../../app/base/paths.ts";
import { renderTemplate } from "../../installer/render-template.ts";
import type { BackupPlaces } from "../places.ts";

interface Sizes {
  readonly processes?: number;
  readonly queue?: string;
  /** Lines of a second repository, reached over TLS. */
  readonly second?: readonly string[];
}

/** The whole of pgbackrest.conf. */
export function renderPgbackrest(
  { folder, pgbackrest, postgres, stanza }: BackupPlaces,
  passphrase: string,
  { processes = 2, queue = "16GiB", second = [] }: Sizes = {},
): string {
  const template = readFileSync(projectFile("backups/conf/pgbackrest.conf.template"), "utf8");
  return renderTemplate(template, {
    repository: join(folder, "database"),
    passphrase,
    processes: String(processes),
    lock: pgbackrest.lock,
    queue,
    second: second.join("\n"),
    stanza,
    data: postgres.data,
    socket: postgres.socket,
    port: String(postgres.port),
  });
}
