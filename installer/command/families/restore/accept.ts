import { z } from "zod";
import { readPlaces } from "../../../../backups/places.ts";
import { acceptRestore } from "../../../../backups/restore/accept.ts";
import { projectRoot } from "../../../../app/base/paths.ts";
import { versionOf } from "../../../install/release-of.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";
import { orElse } from "../backup/tell-faults.ts";
import { withBackupLock } from "../backup/with-lock.ts";

export const restoreAccept = verb({
  path: ["restore", "accept"],
  words: words({
    hi: "लौटाए गए कार्यालय को स्वीकार करना: नया पूरा बैकअप, फिर काम चालू",
    en: "Accept the restored office: a new full backup, then work goes on",
  }),
  options: z.object({}),
  needsRoot: true,
  run: (call) => {
    const places = readPlaces();
    return withBackupLock(places, "restore accept", () =>
      orElse(call, { places, code: exit.backupFailed }, async () => {
        const manifest = await acceptRestore(places, await versionOf(projectRoot));
        if (!manifest) {
          call.say(nothing);
          return exit.nothingToDo;
        }
        call.say(done, { name: manifest.name });
        call.answer({ set: manifest.name });
        return exit.ok;
      }),
    );
  },
});

const nothing = words({
  hi: "समीक्षा के लिए कोई पुनर्स्थापना नहीं है",
  en: "No restore waits for a review",
});
const done = words({
  hi: "स्वीकार हुआ; उसका पूरा बैकअप {name} है",
  en: "Accepted; its full backup is {name}",
});
