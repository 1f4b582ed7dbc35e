import { z } from "zod";
import { databaseRepository } from "../../../../backups/engine/pgbackrest.ts";
import { readManifests } from "../../../../backups/manifest/manifests.ts";
import { readPlaces } from "../../../../backups/places.ts";
import { inIndia } from "../../../../backups/restore/moment.ts";
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
    const [first] = sets;
    if (!first) {
      warn(none);
      return exit.failed;
    }
    const from = inIndia(first.endedAt);
    say(window, { from });
    const labels = new Set(sets.map(({ label }) => label));
    const points = genuine.filter(({ label }) => labels.has(label));
    saySets(points, say);
    answer({ from: first.endedAt.toISOString(), sets: points.map(({ name }) => name) });
    return exit.ok;
  },
});

const none = words({ hi: "कोई बैकअप नहीं है", en: "There is no backup" });
const window = words({
  hi: "{from} के बाद का हर क्षण (--at), और ये पूरे सेट (--set):",
  en: "Every moment after {from} (--at), and these whole sets (--set):",
});
