import { existsSync } from "node:fs";
import { join } from "node:path";
import { archiveTimeoutSeconds, renderPgbackrest } from "../../backups/conf/render.ts";
import {
  archiveCommand,
  createStanza,
  databaseRepository,
} from "../../backups/engine/pgbackrest.ts";
import { createStore, snapshotsIn } from "../../backups/engine/restic.ts";
import { backUpSet } from "../../backups/keep/back-up-set.ts";
import { localStore } from "../../backups/keep/stores.ts";
import { readManifests } from "../../backups/manifest/manifests.ts";
import { readPlaces, writtenPlaces, type BackupPlaces } from "../../backups/places.ts";
import { cluster, takeUp } from "../database/index.ts";
import { act, ensureDirectory, ensureFile, ensureUnit, type Host } from "../host/index.ts";
import { places } from "../places.ts";
import type { Site } from "../site/index.ts";
import { words } from "../words.ts";
import { ensureSecondHost, secondOf } from "./second-host.ts";
import type { Step } from "./step.ts";

const placesFile = join(places.settings, "backups.json");
const pgbackrestFile = "/etc/pgbackrest/pgbackrest.conf";
/** Lays the passphrase into memory for pgBackRest, which Postgres runs for every segment. */
const keyUnit = "secretariat-backup-key.service";
const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** The repositories of the backups, the archiving of the database's WAL, and the first set. */
export const backupsStep: Step = {
  id: "backups",
  title: words({ hi: "बैकअप", en: "Backups" }),
  async apply(host, { site, version, say }) {
    const wanted = writtenPlaces(placesOf(site));
    await makeFolders(host, site.backups.folder);
    await ensureFile(host, { path: placesFile, content: wanted });
    if (host.isCheck && !existsSync(placesFile)) {
      host.note({ what: "repositories of the backups and the first backup" });
      return;
    }
    const here = placesOf(site);
    await writeSettings(host, here);
    if (!host.isCheck || existsSync(pgbackrestFile)) {
      await makeRepositories(host, { here, version, say });
    }
    await ensureSecondHost(host, site.backups, say);
  },
};

function placesOf({ backups }: Site): BackupPlaces {
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
    keepDays: backups.keepDays,
    keepMonths: 12,
    fullOn: days.indexOf(backups.fullOn),
  };
}

async function makeFolders(host: Host, folder: string): Promise<void> {
  const own = { owner: "postgres", group: "postgres" };
  await ensureDirectory(host, { path: folder, mode: 0o755 });
  await ensureDirectory(host, { path: join(folder, "database"), mode: 0o750, ...own });
  for (const part of ["store", "configuration", "manifests", "escrow"]) {
    await ensureDirectory(host, { path: join(folder, part), mode: 0o700 });
  }
  await ensureDirectory(host, { path: "/run/pgbackrest", mode: 0o770, ...own });
  await ensureDirectory(host, { path: "/etc/pgbackrest", mode: 0o755 });
  await ensureDirectory(host, { path: "/var/cache/secretariat-drill", mode: 0o711 });
}

/** Debian's package leaves an `/etc/pgbackrest.conf` for nobody; ours is named on every call. */
async function writeSettings(host: Host, here: BackupPlaces): Promise<void> {
  await ensureUnit(host, { name: keyUnit, enabled: false, state: "started" });
  await ensureFile(host, { path: pgbackrestFile, content: renderPgbackrest(here) });
  const isChanged = await ensureFile(host, {
    path: join(cluster.settings, "conf.d/20-archive.conf"),
    content: archiveSettings(here),
    owner: "postgres",
    group: "postgres",
  });
  await takeUp(host, isChanged);
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

interface Making {
  readonly here: BackupPlaces;
  readonly version: string;
  readonly say: (line: string) => void;
}

async function makeRepositories(host: Host, { here, version, say }: Making): Promise<void> {
  const { isUsable } = await databaseRepository(here);
  if (!isUsable) {
    await act(host, "repository of the database", () => createStanza(here));
  }
  if (!host.isCheck) {
    const store = await localStore(here);
    const isThere = await snapshotsIn(store).then(
      () => true,
      () => false,
    );
    if (!isThere) {
      await act(host, "repository of the documents", async () => {
        await createStore(store);
      });
    }
  }
  const { genuine } = await readManifests(readPlaces(placesFile));
  if (genuine.length === 0) {
    await act(host, "first backup", async () => {
      const { name } = await backUpSet(here, { type: "full", product: version });
      say(`first backup: ${name}`);
    });
  }
}
