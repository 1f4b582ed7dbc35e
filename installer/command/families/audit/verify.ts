import { z } from "zod";
import { runRole } from "../../../secrets/index.ts";
import { keepFact } from "../../../watching/facts.ts";
import { words } from "../../../words.ts";
import { reasonIn } from "../../ask-product.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

const broken = words({ hi: "अभिलेख की शृंखला टूटी है:", en: "The chain of the record is broken:" });
const failed = words({ hi: "जाँच नहीं हो सकी: {reason}", en: "It could not be verified: {reason}" });

export const auditVerify = verb({
  path: ["audit", "verify"],
  words: {
    hi: "पूरे अभिलेख की शृंखला जाँचें: कुछ बदला या हटाया तो नहीं गया",
    en: "Verify the whole record: whether anything was altered or removed",
  },
  options: z.object({}),
  needsRoot: true,
  async run({ say, warn, answer }) {
    const { code, output, errors } = await runRole({ name: "verify", timeoutSeconds: 4 * 3600 });
    const lines = output.split("\n").filter((line) => line !== "" && !line.startsWith('{"level"'));
    const isWhole = code === 0;
    if (!isWhole && lines.length === 0) {
      warn(failed, { reason: reasonIn(errors) });
    } else if (!isWhole) {
      say(broken);
    }
    lines.forEach((line) => say(line));
    if (isWhole || lines.length > 0) {
      await keepFact("record", { at: new Date(), isWhole });
    }
    answer({ isWhole, findings: lines });
    return isWhole ? exit.ok : exit.failed;
  },
});
