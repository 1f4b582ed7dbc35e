import { z } from "zod";
import { words } from "../../../words.ts";
import { askProduct } from "../../ask-product.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

/** For the day on which the ranges are wrong and nobody can come in to mend them. */
export const networksOpen = verb({
  path: ["networks", "open"],
  words: words({
    hi: "जब सब बाहर रह गए हों: कार्यालय को हर नेटवर्क के लिए खोलना",
    en: "When everybody is shut out: open the office to every network",
  }),
  options: z.object({}),
  needsRoot: true,
  async run({ say, answer }) {
    answer(await askProduct("open-networks", []));
    say(opened);
    return exit.ok;
  },
});

const opened = words({
  hi: "कुछ क्षणों में कार्यालय हर नेटवर्क के लिए खुला होगा; अभिलेख में दर्ज है। परिधियाँ ठीक करें, फिर “नेटवर्क” में द्वार बंद करें।",
  en: "Within seconds the office is open to every network; the record says so. Mend the ranges, then close the door under Networks.",
});
