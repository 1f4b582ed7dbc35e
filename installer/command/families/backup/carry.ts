import { z } from "zod";
import { readPlaces } from "../../../../backups/places.ts";
import { followArchive, WalCarrier } from "../../../../backups/shipping/carry-wal.ts";
import { noteCarried } from "../../../../backups/shipping/carried-note.ts";
import { shelfOf } from "../../../../backups/shipping/shelf.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";
import { sayNoSecond } from "./no-second.ts";
import { orElse } from "./tell-faults.ts";

/** Reads the archive and adds to the second host: no backup that runs meanwhile is in its way, nor it in theirs. */
export const backupCarry = verb({
  path: ["backup", "carry"],
  words: words({
    hi: "डेटाबेस का WAL दूसरे सर्वर तक पहुँचाना",
    en: "Carry the WAL of the database to the second host",
  }),
  options: z.object({
    follow: option(z.boolean().default(false), {
      hi: "रुके बिना, जैसे ही नया WAL आए",
      en: "Go on, as new WAL comes in",
    }),
  }),
  needsRoot: true,
  run: async (call) => {
    const places = readPlaces();
    const shelf = shelfOf(places);
    if (!shelf) {
      sayNoSecond(call, places);
      return exit.nothingToDo;
    }
    if (call.options.follow) {
      await followArchive(places, { signal: untilToldToStop(), say: call.warn });
      return exit.ok;
    }
    return orElse(call, { places, code: exit.backupFailed }, async () => {
      const carried = await new WalCarrier(shelf, places).carry();
      await noteCarried(places);
      call.say(done, { carried });
      call.answer({ carried });
      return exit.ok;
    });
  },
});

function untilToldToStop(): AbortSignal {
  const stop = new AbortController();
  process.once("SIGTERM", () => stop.abort());
  process.once("SIGINT", () => stop.abort());
  return stop.signal;
}

const done = words({
  hi: "दूसरे सर्वर पर {carried} नई फ़ाइलें पहुँचीं; अब वहाँ पूरा WAL है",
  en: "{carried} files were carried; the second host has all of the WAL",
});
