import { z } from "zod";
import { readEscrow } from "../../../../backups/escrow/facts.ts";
import { newestConfiguration } from "../../../../backups/escrow/archives.ts";
import { readPlaces } from "../../../../backups/places.ts";
import { inIndia } from "../../../../backups/restore/moment.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";

export const escrowStatus = verb({
  path: ["escrow", "status"],
  words: words({
    hi: "कुंजी-निक्षेप की स्थिति: किसके पास अंश हैं, कब सिद्ध हुआ",
    en: "State of the escrow: who holds shares, when it was proven",
  }),
  options: z.object({}),
  needsRoot: true,
  run: async ({ say, warn, answer }) => {
    const places = readPlaces();
    const facts = await readEscrow(places.state);
    if (!facts) {
      warn(none);
      return exit.failed;
    }
    const archive = await newestConfiguration(places);
    say(shared, { threshold: facts.threshold, shares: facts.holders.length });
    facts.holders.forEach(({ number, holder }) => say(`  ${number}  ${holder}`));
    say(archived, { archive: archive ?? "–" });
    answer({ ...facts, archive });
    if (facts.provenAt === undefined) {
      warn(unproven);
      return exit.failed;
    }
    say(proven, { at: inIndia(new Date(facts.provenAt)) });
    return exit.ok;
  },
});

const none = words({
  hi: "कुंजी-निक्षेप नहीं बना है। चलाएँ: secretariat escrow split",
  en: "There is no escrow. Run: secretariat escrow split",
});
const shared = words({
  hi: "{shares} में से कोई भी {threshold} अंश निक्षेप खोलते हैं:",
  en: "Any {threshold} of {shares} shares open the escrow:",
});
const archived = words({
  hi: "नवीनतम व्यवस्था-संग्रह: {archive}",
  en: "Newest archive of the configuration: {archive}",
});
const proven = words({ hi: "सिद्ध: {at}", en: "Proven: {at}" });
const unproven = words({
  hi: "अभी सिद्ध नहीं है। चलाएँ: secretariat escrow prove",
  en: "It is not proven yet. Run: secretariat escrow prove",
});
