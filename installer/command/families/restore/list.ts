import { z } from "zod";
import { archivedSegments, databaseRepository } from "../../../../backups/engine/pgbackrest.ts";
import { findGaps } from "../../../../backups/engine/wal-gaps.ts";
import { readManifests } from "../../../../backups/manifest/manifests.ts";
import { readPlaces } from "../../../../backups/places.ts";
import { inIndia } from "../../../../backups/restore/moment.ts";
import { windowStart } from "../../../../backups/restore/window-start.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";
import { saySets } from "./say-sets.ts";

export const restoreList = verb({
  path: ["restore", "list"],
  words: words({
    hi: "कहाँ तक लौटा जा सकता है, भारतीय समय में",
    en: "How far back one can go, in Indian time",
  }),
  options: z.object({}),
  needsRoot: true,
  run: async ({ say, warn, answer }) => {
    const places = readPlaces();
    const { sets } = await databaseRepository(places);
    const { genuine } = await readManifests(places);
    if (sets.length === 0) {
      warn(none);
      return exit.failed;
    }
    const first = windowStart(sets, findGaps(await archivedSegments(places)));
    if (first) {
      say(window, { from: inIndia(first.endedAt) });
    } else {
      warn(noWindow);
    }
    const labels = new Set(sets.map(({ label }) => label));
    const points = genuine.filter(({ label }) => labels.has(label));
    saySets(points, say);
    answer({ from: first?.endedAt.toISOString() ?? null, sets: points.map(({ name }) => name) });
    return exit.ok;
  },
});

const none = words({ hi: "कोई बैकअप नहीं है", en: "There is no backup" });
const window = words({
  hi: "{from} के बाद का हर क्षण (--at), और ये पूरे सेट (--set; उससे पुराने सेट उस क्षण के, जब उनका बैकअप पूरा हुआ):",
  en: "Every moment after {from} (--at), and these whole sets (--set; older ones as of the end of their backup):",
});
const noWindow = words({
  hi: "WAL अधूरा है: किसी मनचाहे क्षण तक नहीं, केवल इन सेटों तक लौटा जा सकता है (--set):",
  en: "The WAL is not complete: one can go back to these sets (--set), not to any moment:",
});
