import { z } from "zod";
import { exportRecord } from "../../../audit/export-record.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const made = words({
  hi: "{rows} घटनाएँ और {seals} मुहरें {folder} में रखी गईं; SHA256SUMS साथ है।",
  en: "{rows} events and {seals} seals lie in {folder}, with SHA256SUMS.",
});

export const auditExport = verb({
  path: ["audit", "export"],
  words: {
    hi: "लेखा-परीक्षा के लिए घटनाएँ और मुहरें फ़ाइलों में निकालें",
    en: "Write events and seals to files, for an audit",
  },
  options: z.object({
    from: option(day.default("1970-01-01"), {
      hi: "इस दिनांक से (2026-04-01)",
      en: "From this day (2026-04-01)",
    }),
    until: option(day.default("9999-12-31"), { hi: "इस दिनांक तक", en: "Until this day" }),
    out: option(z.string().startsWith("/"), { hi: "किस नए फ़ोल्डर में", en: "Into which new folder" }),
  }),
  needsRoot: true,
  async run({ options: { from, until, out }, say, answer }) {
    const { rows, seals } = await exportRecord({ from, until, folder: out });
    say(made, { rows, seals, folder: out });
    answer({ folder: out, events: rows, seals });
    return exit.ok;
  },
});
