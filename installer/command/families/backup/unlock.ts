import { z } from "zod";
import { releaseLocks } from "../../../../backups/keep/release-locks.ts";
import { readPlaces } from "../../../../backups/places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";
import { withBackupLock } from "./with-lock.ts";

/** There is no way to break the lock of a living run: waiting, or ending that run, is the way. */
export const backupUnlock = verb({
  path: ["backup", "unlock"],
  words: words({
    hi: "मृत प्रक्रिया के छोड़े ताले हटाना; जीवित का ताला कभी नहीं टूटता",
    en: "Remove locks that dead runs left; that of a living one is never broken",
  }),
  options: z.object({}),
  needsRoot: true,
  run: ({ say, answer }) => {
    const places = readPlaces();
    return withBackupLock(places, "backup unlock", async () => {
      const removed = await releaseLocks(places);
      say(removed > 0 ? done : none, { removed });
      answer({ removed });
      return removed > 0 ? exit.ok : exit.nothingToDo;
    });
  },
});

const done = words({ hi: "{removed} पुराने ताले हटाए गए", en: "Removed {removed} stale locks" });
const none = words({
  hi: "कोई मृत ताला नहीं है ({removed})",
  en: "There is no lock of a dead run ({removed})",
});
