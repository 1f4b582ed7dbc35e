import { stat } from "node:fs/promises";
import { z } from "zod";
import { knownHere } from "../../../support/known.ts";
import { makeSupportBundle } from "../../../support/make-support-bundle.ts";
import { makeRedactor } from "../../../support/redact.ts";
import { sourcesHere } from "../../../support/sources.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";

const made = words({
  hi: "{path} बना ({megabytes} MB, {seconds} से.)। नाम, मोबाइल, ई-मेल और गुप्त बातें हटाई गई हैं; भेजने से पहले एक बार स्वयं देख लें।",
  en: "{path} is made ({megabytes} MB, {seconds} s). Names, mobiles, e-mails and secrets were taken out; look through it once before you send it.",
});
const namesLeft = words({
  hi: "डेटाबेस ने उत्तर नहीं दिया: कर्मचारियों के नाम नहीं हटाए जा सके। फ़ाइल स्वयं देखें, या डेटाबेस चालू होने पर फिर बनाएँ।",
  en: "The database did not answer: names of employees could not be taken out. Look through the file, or make it again when the database is up.",
});
const notHad = words({ hi: "  नहीं मिला: {line}", en: "  not had: {line}" });

export const supportBundle = verb({
  path: ["support-bundle"],
  words: {
    hi: "सहायता-दल के लिए अभिलेख और स्थिति की फ़ाइल बनाएँ, व्यक्तियों के नाम और गुप्त बातों के बिना",
    en: "Make a file of logs and states for those who help, without names of people or secrets",
  },
  options: z.object({
    out: option(z.string().startsWith("/").optional(), {
      hi: "कहाँ बनाएँ (.tar.gz)",
      en: "Where to make it (.tar.gz)",
    }),
  }),
  needsRoot: true,
  async run({ options, say, warn, answer }) {
    const begun = performance.now();
    const moment = new Date().toISOString().slice(0, 16).replace(/\D/g, "");
    const path = options.out ?? `/var/tmp/secretariat-support-${moment}.tar.gz`;
    const known = await knownHere();
    const redact = makeRedactor(known);
    const { missing, files } = await makeSupportBundle({ sources: sourcesHere(), redact, path });
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    const { size } = await stat(path);
    say(made, { path, megabytes: (size / 1024 ** 2).toFixed(1), seconds });
    if (!known.areNamesKnown) {
      warn(namesLeft);
    }
    missing.forEach((line) => say(notHad, { line: redact(line) }));
    const { areNamesKnown } = known;
    answer({ path, bytes: size, seconds, files, missing: missing.map(redact), areNamesKnown });
    return exit.ok;
  },
});
