import { z } from "zod";
import { listOffices } from "../../../offices/ask-office.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

interface OfficeLine {
  readonly lgd: string;
  readonly code: string;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly state: "working" | "left";
  readonly since: string;
  readonly posts: number;
  readonly people: number;
}

export const officeList = verb({
  path: ["office", "list"],
  words: words({ hi: "इस स्थापना के कार्यालय", en: "The offices of this installation" }),
  options: z.object({}),
  needsRoot: true,
  run: async ({ say, answer, language }) => {
    const offices = await listOffices<OfficeLine>();
    answer({ offices });
    if (offices.length === 0) {
      say(none);
    }
    for (const { lgd, nameEn, nameHi, state, posts, people } of offices) {
      const name = language === "hi" ? nameHi : nameEn;
      say(state === "left" ? left : line, { lgd: lgd.padEnd(8), name, posts, people });
    }
    return exit.ok;
  },
});

const none = words({ hi: "अभी कोई कार्यालय नहीं जुड़ा है।", en: "No office works here yet." });
const line = words({
  hi: "{lgd} {name}: {posts} पद, {people} कर्मचारी",
  en: "{lgd} {name}: {posts} posts, {people} people",
});
const left = words({
  hi: "{lgd} {name}: हटाया गया ({posts} पद, {people} कर्मचारी)",
  en: "{lgd} {name}: has left ({posts} posts, {people} people)",
});
