import { existsSync } from "node:fs";
import { readdir, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { layFoundations } from "../../backups/restore/from-escrow.ts";
import { readRestore } from "../../backups/restore/restore-note.ts";
import { cluster } from "../database/index.ts";
import { act, capture } from "../host/index.ts";
import { places } from "../places.ts";
import { vault } from "../secrets/index.ts";
import { backupPlaces, keyUnit } from "../steps/backup-settings.ts";
import { readJournal } from "../steps/index.ts";
import type { Step } from "../steps/step.ts";
import { words } from "../words.ts";
import type { Restoring } from "./restore-steps.ts";

/** Keys, passphrases and settings of the lost machine, sealed with the key of this one. */
export function foundationsStep({ ground }: Pick<Restoring, "ground">): Step {
  return {
    id: "foundations",
    title: words({ hi: "निक्षेप से कुंजियाँ और सेटिंग", en: "Keys and settings from the escrow" }),
    async apply(host, { site, isBroken = false }) {
      const here = backupPlaces(site.backups);
      if ((await readRestore(here)) && !isBroken && !(await isRestoreBroken())) {
        return; // what was restored since is newer than the archive
      }
      await act(host, "keys, passphrases and settings from the escrow", async () => {
        // Settings of Debian's programs are written from site.yml.
        const only = { ...here, settings: [places.settings] };
        await layFoundations(only, ground, async (name, value) => {
          await vault.write(host, name, value);
        });
        await capture(["systemctl", "try-restart", keyUnit]); // of an earlier try with other backups
        await endSwap();
      });
    },
  };
}

async function isRestoreBroken(): Promise<boolean> {
  return (await readJournal()).broken?.includes("restored") === true;
}

/** A run that was killed may have moved the empty database aside and put nothing in its place. */
async function endSwap(): Promise<void> {
  const folder = dirname(cluster.files);
  if (existsSync(cluster.files) || !existsSync(folder)) {
    return;
  }
  const aside = (await readdir(folder)).filter((name) =>
    name.startsWith(`${basename(cluster.files)}.before-`),
  );
  const newest = aside.toSorted().at(-1);
  if (newest !== undefined) {
    await rename(join(folder, newest), cluster.files);
  }
}
