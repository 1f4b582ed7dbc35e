import { existsSync } from "node:fs";
import { createStanza, databaseRepository } from "../../backups/engine/pgbackrest.ts";
import { createStore, snapshotsIn } from "../../backups/engine/restic.ts";
import { backUpSet } from "../../backups/keep/back-up-set.ts";
import { localStore } from "../../backups/keep/stores.ts";
import { readManifests } from "../../backups/manifest/manifests.ts";
import { readPlaces, type BackupPlaces } from "../../backups/places.ts";
import { takeUp } from "../database/index.ts";
import { act, type Host } from "../host/index.ts";
import { words } from "../words.ts";
import {
  archiveToo,
  backupPlaces,
  layRepositories,
  openRepositories,
  pgbackrestFile,
  placesFile,
} from "./backup-settings.ts";
import { ensureSecondHost } from "./second-host.ts";
import type { Step } from "./step.ts";

/** The repositories of the backups, the archiving of the database's WAL, and the first set. */
export const backupsStep: Step = {
  id: "backups",
  title: words({ hi: "बैकअप", en: "Backups" }),
  async apply(host, { site, version, say, isAtWork = false }) {
    const here = backupPlaces(site.backups);
    await layRepositories(host, here);
    if (host.isCheck && !existsSync(placesFile)) {
      host.note({ what: "repositories of the backups and the first backup" });
      return;
    }
    await openRepositories(host, here);
    await takeUp(host, { isChanged: await archiveToo(host, here), isAtWork });
    if (!host.isCheck || existsSync(pgbackrestFile)) {
      await makeRepositories(host, { here, version, say });
    }
    await ensureSecondHost(host, site.backups, say);
  },
};

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
