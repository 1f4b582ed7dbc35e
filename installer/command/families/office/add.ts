import { z } from "zod";
import { makeHost } from "../../../host/index.ts";
import { askOffice } from "../../../offices/ask-office.ts";
import { refuseUnprovenEscrow } from "../../../offices/escrow-gate.ts";
import { layFiles } from "../../../offices/lay-files.ts";
import { readOffice } from "../../../offices/read-office.ts";
import { lastSheet } from "../../../offices/sheets.ts";
import { watchOffices } from "../../../offices/watch-office.ts";
import { places } from "../../../places.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";
import { check, diff, lgd } from "./options.ts";
import { ofHost, tellChanges, type OfficeChange } from "./tell-changes.ts";

interface Done {
  readonly changes: readonly OfficeChange[];
  readonly firstPassword: { readonly login: string; readonly password: string } | null;
}

export const officeAdd = verb({
  path: ["office", "add"],
  words: words({
    hi: "कार्यालय को उसकी फ़ाइल से जोड़ना; दोबारा चलाने पर कुछ नहीं बदलता",
    en: "Bring an office in from its file; a second run changes nothing",
  }),
  options: z.object({
    check,
    diff,
    from: option(
      z.string().startsWith("/").default(places.offices),
      words({
        hi: "कार्यालय की फ़ाइल किस फ़ोल्डर से; सही पाए जाने पर अपनी जगह रखी जाती है",
        en: "Folder of the office file; it is laid in its place once it was found right",
      }),
    ),
    despiteEscrow: option(
      z.boolean().default(false),
      words({
        hi: "कुंजी-निक्षेप सिद्ध न होने पर भी जोड़ें; अभिलेख में लिखा जाता है",
        en: "Although the escrow is not proven; this is written down",
      }),
    ),
  }),
  positionals: [lgd],
  needsRoot: true,
  isExclusive: true,
  run: async (call) => {
    const { options, positionals, language, say, answer } = call;
    const office = await readOffice(positionals[0] ?? "", options.from);
    const despiteEscrow = refuseUnprovenEscrow(options.despiteEscrow, call.warn);
    const asked = { office, language, isCheck: options.check, peopleIn: options.from };
    const done = await askOffice<Done>("add", { ...asked, despiteEscrow });
    if (done.firstPassword) {
      say(password, done.firstPassword); // at once: whatever fails from here on, nobody is told it again
    }
    const host = makeHost({ check: options.check, diff: options.diff });
    await layFiles(host, office, options.from);
    await watchOffices(host);
    const changes = [...done.changes, ...host.changes.map(ofHost)];
    tellChanges(call, changes);
    const { firstPassword } = done;
    const sheet = (await lastSheet(office.lgd)) ?? null;
    answer({ changed: changes.length, changes, firstPassword, sheet });
    return exit.ok;
  },
});

const password = words({
  hi: "कार्यालय प्रशासक {login} का एक-बार का पासवर्ड, केवल अभी दिखाया जा रहा है: {password}",
  en: "One-time password of the office's administrator {login}, shown only now: {password}",
});
