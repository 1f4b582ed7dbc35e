import { z } from "zod";
import { ballastBytes, layBallast } from "../../../disk/ballast.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";
import { inWords } from "./report.ts";

const laid = words({ hi: "आपात स्थान {size} रखा गया।", en: "{size} of ballast are kept." });
const there = words({ hi: "आपात स्थान पहले से है: {size}", en: "There is ballast already: {size}" });

export const diskReserve = verb({
  path: ["disk", "reserve"],
  words: {
    hi: "डेटाबेस की डिस्क पर आपात स्थान रखें",
    en: "Keep ballast on the disk of the database, for a bad day",
  },
  options: z.object({}),
  needsRoot: true,
  async run({ say, answer }) {
    const isNew = await layBallast();
    const bytes = await ballastBytes();
    say(isNew ? laid : there, { size: inWords(bytes) });
    answer({ ballastBytes: bytes });
    return isNew ? exit.ok : exit.nothingToDo;
  },
});
