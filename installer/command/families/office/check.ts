import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { versionOf } from "../../../install/release-of.ts";
import { checkOffice } from "../../../offices/check-office.ts";
import { readOffice } from "../../../offices/read-office.ts";
import { keepSheet } from "../../../offices/sheets.ts";
import { drawSignOff } from "../../../offices/sign-off.ts";
import { places } from "../../../places.ts";
import { readSite } from "../../../site/index.ts";
import { inLanguage, words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { verb } from "../../verb.ts";
import { lgd } from "./options.ts";

export const officeCheck = verb({
  path: ["office", "check"],
  words: words({
    hi: "कार्यालय को परखना: एक परीक्षण पत्र आवक से जावक तक, फिर स्वीकृति पत्रक",
    en: "Try an office out: one trial letter from receipt to dispatch, then the sign-off sheet",
  }),
  options: z.object({}),
  positionals: [lgd],
  needsRoot: true,
  isExclusive: true,
  run: async ({ positionals, language, say, answer }) => {
    const office = await readOffice(positionals[0] ?? "");
    const site = await readSite();
    const origin = `https://${site.name}`;
    const authority = await readFile(join(places.tls, "authority.crt"), "utf8").catch(
      () => undefined,
    );
    const findings = await checkOffice({
      office,
      language,
      address: { origin, authority, connectTo: site.address },
      tell: ({ words: name, isGood, found }) =>
        say(`  ${isGood ? "✓" : "✗"} ${inLanguage(name, language)}: ${found}`),
    });
    const at = new Date();
    const version = await versionOf(places.current);
    const sheet = await drawSignOff({ office, at, version, address: origin, findings });
    const isGood = findings.every((finding) => finding.isGood);
    const path = await keepSheet({ lgd: office.lgd, at, isGood }, sheet);
    say(isGood ? good : bad, { path });
    answer({ isGood, findings, sheet: path });
    return isGood ? exit.ok : exit.failed;
  },
});

const good = words({
  hi: "कार्यालय काम के लिए तैयार है। स्वीकृति पत्रक: {path}",
  en: "The office is ready for work. Sign-off sheet: {path}",
});
const bad = words({
  hi: "कार्यालय अभी तैयार नहीं है। पत्रक में देखें: {path}",
  en: "The office is not ready yet. See the sheet: {path}",
});
