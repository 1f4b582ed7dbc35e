import { resolve } from "node:path";
import { z } from "zod";
import { runUpgrade } from "../../../upgrade/run.ts";
import { thisHost } from "../../../upgrade/this-host/index.ts";
import { places } from "../../../places.ts";
import { debiansToRestart } from "../../../steps/debians-to-restart.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";
import { bundleArgument } from "./plan.ts";

export const upgradeRun = verb({
  path: ["upgrade", "run"],
  words: {
    hi: "उन्नयन करें; बीच में रुके तो वही आदेश आगे बढ़ाता है",
    en: "Upgrade; when interrupted, the same command goes on",
  },
  options: z.object({
    withoutBackup: option(z.string().min(10).optional(), {
      hi: "पहले बैकअप न लें; कारण लिखना आवश्यक (अभिलेख में रहता है)",
      en: "Make no backup first; a reason is needed and kept",
    }),
  }),
  positionals: [{ ...bundleArgument, optional: true }],
  needsRoot: true,
  isExclusive: true,
  async run({ options: { withoutBackup }, positionals: [bundle], say, answer }) {
    const machine = await thisHost((line) => say(line));
    const code = await runUpgrade(machine, {
      ...(bundle === undefined ? {} : { bundle: resolve(bundle) }),
      ...(withoutBackup === undefined ? {} : { withoutBackup }),
    });
    const toRestart = code === exit.ok ? await debiansToRestart(places.current) : [];
    if (toRestart.length > 0) {
      say(restart, { units: toRestart.join(", ") });
    }
    answer({ upgrade: await machine.journal.read(), toRestart });
    return code;
  },
});

const restart = words({
  hi: "{units} पुराने रूप में चल रहे हैं। शांत समय में, कुछ सेकंड की रुकावट के साथ, नए रूप में लाएँ: secretariat reconfigure",
  en: "{units} still run as they were before. To start them anew, at a quiet hour and with some seconds of interruption: secretariat reconfigure",
});
