import { join } from "node:path";
import { z } from "zod";
import { drill, type DrillResult } from "../../../../backups/drill/drill.ts";
import { readPlaces } from "../../../../backups/places.ts";
import type { Foundations } from "../../../../backups/restore/from-escrow.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";
import { openEscrow } from "../escrow/open-escrow.ts";
import { readShares } from "../escrow/read-shares.ts";
import { orElse } from "./tell-faults.ts";
import { inTurn, waitOption } from "./with-lock.ts";

export const backupDrill = verb({
  path: ["backup", "drill"],
  words: words({
    hi: "पुनर्स्थापना का अभ्यास: सब कुछ अलग से खड़ा करके परखना, फिर हटाना",
    en: "Drill the restore: bring everything back beside the office, judge it, remove it",
  }),
  options: z.object({
    withShares: option(z.boolean().default(false), {
      hi: "कुंजियाँ केवल निक्षेप से लें; अंश मानक इनपुट से, एक पंक्ति में एक",
      en: "Take the keys from the escrow alone; shares on standard input, one a line",
    }),
    wait: waitOption,
  }),
  needsRoot: true,
  run: (call) => {
    const places = readPlaces();
    const { say, warn, answer } = call;
    return inTurn({ places, call }, "backup drill", () =>
      orElse(call, { places, code: exit.drillFailed }, async () => {
        const opened = call.options.withShares
          ? await openEscrow(places, await readShares(), exit.drillFailed)
          : undefined;
        const keys = opened ? { keys: join(opened.folder, "keys") } : {};
        const result = await drilled(drill(places, { say, ...keys }), opened);
        const seconds = result.seconds.toFixed(1);
        result.faults.forEach((fault) => warn(fault));
        say(result.isGood ? good : bad, { set: result.set, seconds });
        answer({ ...result });
        return result.isGood ? exit.ok : exit.drillFailed;
      }),
    );
  },
});

/** What the escrow opened is gone however the drill ends. */
async function drilled(
  work: Promise<DrillResult>,
  opened: Foundations | undefined,
): Promise<DrillResult> {
  try {
    return await work;
  } finally {
    await opened?.discard();
  }
}

const good = words({
  hi: "अभ्यास सफल: {set} पूरा वापस आया ({seconds} सेकंड)",
  en: "The drill succeeded: all of {set} came back ({seconds} s)",
});
const bad = words({
  hi: "अभ्यास असफल: {set} पूरा वापस नहीं आया ({seconds} सेकंड)",
  en: "The drill failed: not all of {set} came back ({seconds} s)",
});
