import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { refreshBackupFigures } from "../../../../backups/figures/refresh.ts";
import { writeWhole } from "../../../host/index.ts";
import { places } from "../../../places.ts";
import { readSite } from "../../../site/index.ts";
import { watchTheWatch } from "../../../watching/dead-man.ts";
import { collectFigures } from "../../../watching/figures/collect.ts";
import { renderFigures } from "../../../watching/figures/render.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

export const figures = verb({
  path: ["figures"],
  words: words({
    hi: "निगरानी के आँकड़े लिखना (हर मिनट अपने आप)",
    en: "Write the figures of the watch (by itself, every minute)",
  }),
  options: z.object({}),
  needsRoot: true,
  run: async ({ say, answer }) => {
    const site = await readSite();
    const collected = await collectFigures(site);
    const text = renderFigures(collected);
    if (existsSync(places.figures)) {
      const path = join(places.figures, "secretariat.prom");
      await writeWhole(path, text, { mode: 0o644, uid: 0, gid: 0 });
    }
    await refreshBackupFigures();
    if (site.monitoring.enabled) {
      await watchTheWatch();
    }
    say(text.trimEnd());
    answer({ figures: collected });
    return exit.ok;
  },
});
