import { z } from "zod";
import { databaseRepository } from "../../../../backups/engine/pgbackrest.ts";
import { readHolds } from "../../../../backups/keep/holds.ts";
import { rowsOf } from "../../../../backups/manifest/manifest.ts";
import { readManifests } from "../../../../backups/manifest/manifests.ts";
import { readPlaces } from "../../../../backups/places.ts";
import { inIndia } from "../../../../backups/restore/moment.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

export const backupList = verb({
  path: ["backup", "list"],
  words: words({ hi: "उपलब्ध बैकअप दिखाना", en: "Show the backups there are" }),
  options: z.object({}),
  needsRoot: true,
  run: async ({ say, warn, answer }) => {
    const places = readPlaces();
    const { genuine, broken } = await readManifests(places);
    const { isUsable, message, sets } = await databaseRepository(places);
    const holds = await readHolds(places.state);
    const present = new Map(sets.map((set) => [set.label, set]));
    const listed = genuine.map((manifest) => ({
      set: manifest.name,
      at: manifest.at,
      type: present.get(manifest.label)?.type ?? "missing",
      rows: rowsOf(manifest),
      files: manifest.documents.files,
      held: holds.filter(({ set }) => set === manifest.name || set === "all").map((h) => h.order),
    }));
    for (const { set, at, type, rows, files, held } of listed) {
      const mark = held.length > 0 ? `  ⚑ ${held.join(", ")}` : "";
      say(`${set}  ${inIndia(new Date(at))}  ${type.padEnd(7)} ${rows} / ${files}${mark}`);
    }
    for (const name of broken) {
      warn(altered, { name });
    }
    if (!isUsable) {
      warn(unusable, { message });
    }
    answer({ sets: listed, broken, isUsable, message, holds });
    return isUsable && broken.length === 0 ? exit.ok : exit.verifyFailed;
  },
});

const altered = words({
  hi: "{name} बाद में बदला गया है; इस पर भरोसा न करें",
  en: "{name} was changed after it was signed; do not rely on it",
});
const unusable = words({
  hi: "डेटाबेस का भण्डार खोला नहीं जा सकता: {message}",
  en: "The repository of the database cannot be used: {message}",
});
