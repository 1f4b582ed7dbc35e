import { z } from "zod";
import { journalOnDisk } from "../../../upgrade/journal.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

const none = words({ hi: "अब तक कोई उन्नयन नहीं हुआ।", en: "There was no upgrade yet." });
const line = words({
  hi: "{from} → {to}: {state} {failure}",
  en: "{from} → {to}: {state} {failure}",
});

export const upgradeStatus = verb({
  path: ["upgrade", "status"],
  words: { hi: "अंतिम उन्नयन कहाँ तक पहुँचा", en: "How far the last upgrade came" },
  options: z.object({}),
  needsRoot: true,
  async run({ say, answer }) {
    const upgrade = await journalOnDisk.read();
    answer({ upgrade: upgrade ?? null });
    if (!upgrade) {
      say(none);
      return exit.nothingToDo;
    }
    const { from, to, state = "–", failure = "", reached } = upgrade;
    say(line, { from, to, state, failure });
    reached.forEach((one) => say(`  ${one.at}  ${one.state}`));
    return exit.ok;
  },
});
