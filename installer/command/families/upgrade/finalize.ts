import { z } from "zod";
import { settleUpgrade } from "../../../upgrade/put-back.ts";
import { thisHost } from "../../../upgrade/this-host/index.ts";
import { verb } from "../../verb.ts";

export const upgradeFinalize = verb({
  path: ["upgrade", "finalize"],
  words: {
    hi: "नया संस्करण पक्का करें; पिछला हटाया जाता है",
    en: "Settle the new release; the one before is removed",
  },
  options: z.object({}),
  needsRoot: true,
  isExclusive: true,
  async run({ say, answer }) {
    const machine = await thisHost((line) => say(line));
    const code = await settleUpgrade(machine);
    answer({ upgrade: await machine.journal.read() });
    return code;
  },
});
