import { z } from "zod";
import { undoUpgrade } from "../../../upgrade/put-back.ts";
import { thisHost } from "../../../upgrade/this-host/index.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";

export const upgradeRollback = verb({
  path: ["upgrade", "rollback"],
  words: {
    hi: "पिछला संस्करण फिर चालू करें; डेटा ज्यों का त्यों रहता है",
    en: "Run the release before again; rows stay as they are",
  },
  options: z.object({
    because: option(z.string().default("by order"), {
      hi: "कारण, अभिलेख के लिए",
      en: "The reason, for the journal",
    }),
  }),
  needsRoot: true,
  isExclusive: true,
  async run({ options, say, answer }) {
    const machine = await thisHost((line) => say(line));
    const code = await undoUpgrade(machine, options.because);
    answer({ upgrade: await machine.journal.read() });
    return code;
  },
});
