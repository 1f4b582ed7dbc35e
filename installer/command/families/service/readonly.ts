import { z } from "zod";
import { words } from "../../../words.ts";
import { askProduct } from "../../ask-product.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";
import { onOffArgument, onOffStatus } from "./on-off.ts";

const told = {
  on: words({
    hi: "कार्यालय केवल पढ़ने के लिए खुला है; सबको ऊपर सूचना दिखती है।",
    en: "The office is open for reading only; everybody sees a banner.",
  }),
  off: words({ hi: "कार्यालय सब काम के लिए खुला है।", en: "The office is open for all work." }),
} as const;

export const readonly = verb({
  path: ["readonly"],
  words: {
    hi: "केवल पढ़ने की स्थिति (on, off, status)",
    en: "Open for reading only (on, off, status)",
  },
  options: z.object({
    reasonHi: option(z.string().max(300).optional(), {
      hi: "कारण, हिन्दी में",
      en: "The reason, in Hindi",
    }),
    reasonEn: option(z.string().max(300).optional(), {
      hi: "कारण, अंग्रेज़ी में",
      en: "The reason, in English",
    }),
  }),
  positionals: [onOffArgument],
  needsRoot: true,
  async run({ options: { reasonHi, reasonEn }, positionals, say, answer }) {
    const reasons = [
      ...(reasonHi === undefined ? [] : ["--reason-hi", reasonHi]),
      ...(reasonEn === undefined ? [] : ["--reason-en", reasonEn]),
    ];
    const state = await askProduct("read-only", [onOffStatus(positionals), ...reasons]);
    say(state["isReadOnly"] === true ? told.on : told.off);
    answer({ readOnly: state["isReadOnly"] === true, ...state });
    return exit.ok;
  },
});
