import { rm } from "node:fs/promises";
import { join } from "node:path";
import { giveTreeTo } from "../../backups/postgres/give-tree.ts";
import { fetchBackups } from "../../backups/restore/fetch-from-second.ts";
import { noteRestore, readRestore, type RestoreNote } from "../../backups/restore/restore-note.ts";
import { runRestore } from "../../backups/restore/run.ts";
import type { BackupPlaces } from "../../backups/places.ts";
import { refusedRestore } from "../command/families/restore/tell-restored.ts";
import { cluster } from "../database/index.ts";
import { act, mustRun } from "../host/index.ts";
import {
  archiveToo,
  backupPlaces,
  layRepositories,
  openRepositories,
} from "../steps/backup-settings.ts";
import { second } from "../steps/second-host.ts";
import type { Step } from "../steps/step.ts";
import { words } from "../words.ts";
import type { Restoring } from "./restore-steps.ts";

/** The database and the documents out of the backups, in the place of the empty ones that were made. */
export function restoredStep(restoring: Restoring): Step {
  return {
    id: "restored",
    title: words({ hi: "बैकअप से डेटा", en: "Data from the backups" }),
    async apply(host, { site, say, isBroken = false }) {
      const here = backupPlaces(site.backups);
      const found = await readRestore(here);
      if (found && !isBroken) {
        restoring.restored.note = found; // a later step was broken off
        return;
      }
      await mustRun(["systemctl", "stop", cluster.unit], { timeoutSeconds: 300 });
      await layRepositories(host, here);
      await act(host, "backups in their place", () => bringBackups(here, restoring));
      await openRepositories(host, here);
      await archiveToo(host, here);
      await act(host, "database and documents", async () => {
        const { wish, acceptGap } = restoring;
        const note = await runRestore(here, { wish, acceptGap, say }).catch((error: unknown) => {
          throw refusedRestore(error);
        });
        restoring.restored.note = await forgetEmpty(here, note);
      });
      await mustRun(["systemctl", "start", cluster.unit], { timeoutSeconds: 300 });
    },
  };
}

async function bringBackups(
  here: BackupPlaces,
  { from, fromSecond, before }: Restoring,
): Promise<void> {
  if (from !== here.folder) {
    await mustRun(["cp", "--archive", "--reflink=auto", `${from}/.`, here.folder], {
      timeoutSeconds: 6 * 60 * 60,
    });
  }
  if (fromSecond) {
    await fetchBackups({ ...here, second }, before);
  }
  // Another machine may know postgres by another number.
  await giveTreeTo(here.postgres.user, join(here.folder, "database"));
}

/** What lay there before was made minutes ago, by this very run, and holds nothing. */
async function forgetEmpty(here: BackupPlaces, note: RestoreNote): Promise<RestoreNote> {
  if (note.before === null) {
    return note;
  }
  await rm(note.before, { recursive: true });
  const kept = { ...note, before: null };
  await noteRestore(here, kept);
  return kept;
}
