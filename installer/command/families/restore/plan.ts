import { z } from "zod";
import { readPlaces } from "../../../../backups/places.ts";
import { planRestore } from "../../../../backups/restore/plan.ts";
import { inIndia } from "../../../../backups/restore/moment.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";
import { beforePoint } from "./tell-restored.ts";
import { wishOf, wishOptions } from "./wish.ts";

export const restorePlan = verb({
  path: ["restore", "plan"],
  words: words({
    hi: "पुनर्स्थापना से पहले बताना कि क्या होगा; कुछ बदलता नहीं",
    en: "Tell what a restore would do; changes nothing",
  }),
  options: z.object(wishOptions),
  needsRoot: true,
  run: async ({ options, say, warn, answer }) => {
    const plan = await planRestore(readPlaces(), wishOf(options));
    const [nearest] = plan.candidates;
    if (!nearest) {
      warn(nothing);
      return exit.failed;
    }
    say(from, { label: nearest.label, at: inIndia(nearest.endedAt) });
    say(spare, { count: plan.candidates.length - 1 });
    plan.gaps.forEach(({ after, missing }) => warn(gap, { after, missing }));
    if (plan.isBeforePoint) {
      warn(beforePoint);
    }
    if (plan.isLive) {
      warn(live);
    }
    const candidates = plan.candidates.map(({ label }) => label);
    const { target, gaps, isLive, isBeforePoint } = plan;
    answer({ target, candidates, gaps, isLive, isBeforePoint });
    return plan.gaps.length > 0 ? exit.failed : exit.ok;
  },
});

const nothing = words({
  hi: "ऐसा कोई बैकअप नहीं जहाँ से वहाँ तक पहुँचा जा सके। देखें: secretariat restore list",
  en: "No backup reaches what is asked for. See: secretariat restore list",
});
const from = words({
  hi: "आधार: {label} ({at}); उसके बाद WAL से",
  en: "From: {label} ({at}), then by WAL",
});
const spare = words({
  hi: "यदि वह दूषित हो: {count} पुराने बैकअप से भी पहुँचा जा सकता है",
  en: "Should that be damaged: {count} earlier backups reach it too",
});
const gap = words({
  hi: "{after} के बाद WAL के {missing} खण्ड नहीं हैं: उसके आगे नहीं जाया जा सकता",
  en: "{missing} segments of WAL are missing after {after}: nothing beyond can be reached",
});
const live = words({
  hi: "डेटाबेस चल रहा है। पुनर्स्थापना से पहले: secretariat stop; systemctl stop postgresql@15-secretariat",
  en: "The database is running. Before the restore: secretariat stop; systemctl stop postgresql@15-secretariat",
});
