import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { makeHost, ensureDirectory, ensureFile } from "../../../host/index.ts";
import { checkOffice } from "../../../offices/check-office.ts";
import { readOffice } from "../../../offices/read-office.ts";
import { drawSignOff } from "../../../offices/sign-off.ts";
import { releaseVersion } from "../../../offices/release-version.ts";
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
    const version = await releaseVersion();
    const sheet = await drawSignOff({ office, at, version, address: origin, findings });
    const path = await keep(office.lgd, at, sheet);
    const isGood = findings.every((finding) => finding.isGood);
    say(isGood ? good : bad, { path });
    answer({ isGood, findings, sheet: path });
    return isGood ? exit.ok : exit.failed;
  },
});

/** One sheet for each check, by its day and time; the last may be printed and signed. */
async function keep(code: string, at: Date, sheet: Buffer): Promise<string> {
  const host = makeHost({});
  const folder = join(places.installer, "offices", code);
  const time = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
  const path = join(folder, `sign-off-${time}.pdf`);
  for (const one of [join(places.installer, "offices"), folder]) {
    await ensureDirectory(host, { path: one, mode: 0o700 });
  }
  await ensureFile(host, { path, content: sheet, mode: 0o600 });
  return path;
}

const good = words({
  hi: "कार्यालय काम के लिए तैयार है। स्वीकृति पत्रक: {path}",
  en: "The office is ready for work. Sign-off sheet: {path}",
});
const bad = words({
  hi: "कार्यालय अभी तैयार नहीं है। पत्रक में देखें: {path}",
  en: "The office is not ready yet. See the sheet: {path}",
});
