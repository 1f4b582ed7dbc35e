import { join } from "node:path";
import { archiveTimeoutSeconds, renderPgbackrest } from "../../backups/conf/render.ts";
import { archiveCommand } from "../../backups/engine/pgbackrest.ts";
import { writtenPlaces, type BackupPlaces } from "../../backups/places.ts";
import { cluster } from "../database/index.ts";
import { ensureDirectory, ensureFile, ensureUnit, type Host } from "../host/index.ts";
import { places } from "../places.ts";
import type { Site } from "../site/index.ts";
import { secondOf } from "./second-host.ts";

export const placesFile = join(places.settings, "backups.json");
export const pgbackrestFile = "/etc/pgbackrest/pgbackrest.conf";
/** Lays the passphrase into memory for pgBackRest, which Postgres runs for every segment. */
export const keyUnit = "secretariat-backup-key.service";
const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Where backups find and put everything on a host with these wishes. */
export function backupPlaces(backups: Site["backups"]): BackupPlaces {
  return {
    stanza: "secretariat",
    folder: backups.folder,
    pgbackrest: {
      config: pgbackrestFile,
      secrets: "/run/secretariat-backup-key",
      lock: "/run/pgbackrest",
    },
    postgres: {
      data: cluster.files,
      socket: "/var/run/postgresql",
      port: cluster.port,
      user: "postgres",
      database: cluster.database,
      binaries: `/usr/lib/postgresql/${cluster.version}/bin`,
    },
    documents: places.documents,
    keys: places.keys,
    settings: [places.settings, "/etc/pgbackrest", cluster.settings],
    state: places.installer,
    credentials: places.credentials,
    figures: places.figures,
    scratch: "/var/cache/secretariat-drill",
    application: {
      user: "secretariat",
      // Of the release that serves, whichever that is when a drill comes round.
      node: join(places.current, "runtime/bin/node"),
      build: join(places.current, "build"),
    },
    ...secondOf(backups),
    secondReadWeeks: backups.secondReadWeeks,
    keepDays: backups.keepDays,
    keepMonths: 12,
    fullOn: days.indexOf(backups.fullOn),
  };
}

/** The folders of the backups, and where everything of them lies. */
export async function layRepositories(host: Host, here: BackupPlaces): Promise<void> {
  const own = { owner: "postgres", group: "postgres" };
  const { folder } = here;
  await ensureDirectory(host, { path: folder, mode: 0o755 });
  await ensureDirectory(host, { path: join(folder, "database"), mode: 0o750, ...own });
  for (const part of ["store", "configuration", "manifests", "escrow"]) {
    await ensureDirectory(host, { path: join(folder, part), mode: 0o700 });
  }
  await ensureDirectory(host, { path: "/run/pgbackrest", mode: 0o770, ...own });
  await ensureDirectory(host, { path: "/etc/pgbackrest", mode: 0o755 });
  await ensureDirectory(host, { path: "/var/cache/secretariat-drill", mode: 0o711 });
  await ensureFile(host, { path: placesFile, content: writtenPlaces(here) });
}

/** Debian's package leaves an `/etc/pgbackrest.conf` for nobody; ours is named on every call. */
export async function openRepositories(host: Host, here: BackupPlaces): Promise<void> {
  await ensureUnit(host, { name: keyUnit, enabled: false, state: "started" });
  await ensureFile(host, { path: pgbackrestFile, content: renderPgbackrest(here) });
}

/** Whether the archiving of WAL was set otherwise; a running Postgres has to take it up. */
export function archiveToo(host: Host, here: BackupPlaces): Promise<boolean> {
  return ensureFile(host, {
    path: join(cluster.settings, "conf.d/20-archive.conf"),
    content: archiveSettings(here),
    owner: "postgres",
    group: "postgres",
  });
}

function archiveSettings(here: BackupPlaces): string {
  return [
    "# Written by the installer.",
    "wal_level = replica",
    "archive_mode = on",
    `archive_command = '${archiveCommand(here)}'`,
    "# A minute of work at most is lost with the disk.",
    `archive_timeout = ${archiveTimeoutSeconds}`,
    "",
  ].join("\n");
}
