import { z } from "zod";
import { changedPrograms } from "../../../watching/changed-programs.ts";
import { keepFact } from "../../../watching/facts.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

const whole = words({
  hi: "सभी प्रोग्राम वैसे ही हैं जैसे लगाए गए थे।",
  en: "All programs are as they were installed.",
});
const changed = words({
  hi: "{count} फ़ाइलें वैसी नहीं हैं जैसी लगाई गई थीं:",
  en: "{count} files are not as they were installed:",
});

export const integrity = verb({
  path: ["integrity"],
  words: {
    hi: "सर्वर के सभी प्रोग्राम जाँचें: लगाने के बाद कुछ बदला तो नहीं (हर घंटे अपने आप)",
    en: "Verify all programs of the server: whether anything changed since (by itself, every hour)",
  },
  options: z.object({}),
  needsRoot: true,
  async run({ say, answer }) {
    const files = await changedPrograms();
    await keepFact("programs", { at: new Date(), changes: files.length });
    say(files.length === 0 ? whole : changed, { count: files.length });
    files.forEach((path) => say(`  ${path}`));
    answer({ changed: files });
    return files.length === 0 ? exit.ok : exit.failed;
  },
});
