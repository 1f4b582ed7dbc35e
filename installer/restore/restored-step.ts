import { realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { readManifests } from "../../backups/manifest/manifests.ts";
import type { BackupPlaces } from "../../backups/places.ts";
import { giveTreeTo } from "../../backups/postgres/give-tree.ts";
import { fetchBackups } from "../../backups/restore/fetch-from-second.ts";
import { noteRestore, readRestore, type RestoreNote } from "../../backups/restore/restore-note.ts";
import { describeWish, runRestore } from "../../backups/restore/run.ts";
import { exit } from "../command/exit-codes.ts";
import { withBackupLock } from "../command/families/backup/with-lock.ts";
import { refusedRestore } from "../command/families/restore/tell-restored.ts";
import { Halt } from "../command/halt.ts";
import { cluster } from "../database/index.ts";
import { act, mustRun, type Host } from "../host/index.ts";
import {
  archiveToo,
  backupPlaces,
  layRepositories,
  openRepositories,
} from "../steps/backup-settings.ts";
import { second } from "../steps/second-host.ts";
import type { Step, StepContext } from "../steps/step.ts";
import { words } from "../words.ts";
import { refuseOlderRelease } from "./refuse.ts";
import type { Restoring } from "./restore-steps.ts";

/** The database and the documents out of the backups, in the place of the empty ones that were made. */
export function restoredStep(restoring: Restoring): Step {
  return {
    id: "restored",
    title: words({ hi: "बैकअप से डेटा", en: "Data from the backups" }),
    async apply(host, context) {
      const here = backupPlaces(context.site.backups);
      const found = await readRestore(here);
      if (found && context.isBroken !== true) {
        refuseOtherWish(found, restoring); // a later step was broken off
        return;
      }
      await withBackupLock(here, "install restore", async () => {
        await bringData(host, { here, restoring, context });
        // What this very run made minutes ago holds nothing; what an earlier one brought is not ours to judge.
        await (found ? Promise.resolve() : forgetEmpty(here));
      });
      await mustRun(["systemctl", "start", cluster.unit], { timeoutSeconds: 300 });
    },
  };
}

interface BringingData {
  readonly here: BackupPlaces;
  readonly restoring: Restoring;
  readonly context: Pick<StepContext, "say" | "version">;
}

async function bringData(host: Host, { here, restoring, context }: BringingData): Promise<void> {
  const { wish, acceptGap, fromSecond } = restoring;
  await mustRun(["systemctl", "stop", cluster.unit], { timeoutSeconds: 300 });
  await layRepositories(host, here);
  await act(host, "backups in their place", () => bringBackups(here, restoring));
  refuseOlderRelease((await readManifests(here)).genuine, context.version);
  await openRepositories(host, here);
  await archiveToo(host, here);
  const reached = fromSecond ? { ...here, second } : here;
  await act(host, "database and documents", async () => {
    await runRestore(reached, { wish, acceptGap, say: context.say }).catch((error: unknown) => {
      throw refusedRestore(error);
    });
  });
}

async function bringBackups(
  here: BackupPlaces,
  { from, fromSecond, before }: Restoring,
): Promise<void> {
  if (fromSecond) {
    await fetchBackups({ ...here, second }, before);
  } else if ((await realpath(from)) !== (await realpath(here.folder))) {
    await mustRun(["cp", "--archive", "--reflink=auto", `${from}/.`, here.folder], {
      timeoutSeconds: 6 * 60 * 60,
    });
  }
  // Another machine may know postgres by another number.
  await giveTreeTo(here.postgres.user, join(here.folder, "database"));
}

async function forgetEmpty(here: BackupPlaces): Promise<void> {
  const note = await readRestore(here);
  if (note && note.before !== null) {
    await rm(note.before, { recursive: true });
    await noteRestore(here, { ...note, before: null });
  }
}

/** Data that stands in its place is not exchanged because somebody now wishes for another moment. */
function refuseOtherWish({ wish }: RestoreNote, restoring: Restoring): void {
  if (wish !== describeWish(restoring.wish)) {
    throw new Halt(exit.notPermittedHere, otherWish, { wish });
  }
}

const otherWish = words({
  hi: "डेटा पहले ही “{wish}” तक लौट चुका है। उसी इच्छा से पूरा करें; फिर किसी और क्षण तक: secretariat restore run",
  en: "The data is back already, as of “{wish}”. Finish with that wish; another moment then comes by: secretariat restore run",
});
