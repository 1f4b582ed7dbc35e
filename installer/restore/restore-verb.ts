import { z } from "zod";
import { readManifests } from "../../backups/manifest/manifests.ts";
import type { Foundations } from "../../backups/restore/from-escrow.ts";
import { isAsWished, readRestore } from "../../backups/restore/restore-note.ts";
import { exit } from "../command/exit-codes.ts";
import { saySets } from "../command/families/restore/say-sets.ts";
import { tellRestored } from "../command/families/restore/tell-restored.ts";
import {
  restoringOptions,
  secondBeforeOf,
  wishOf,
  wishOptions,
} from "../command/families/restore/wish.ts";
import { option } from "../command/option.ts";
import { verb, type Call } from "../command/verb.ts";
import { carryOut } from "../install/carry-out.ts";
import { confirm } from "../install/confirm.ts";
import { showEndPage } from "../install/end-page.ts";
import { keepSite, siteFrom } from "../install/keep-site.ts";
import { footingOf } from "../install/next-steps.ts";
import { onInterruption } from "../install/on-interruption.ts";
import { refuseUnready } from "../install/refuse-unready.ts";
import { releaseOf } from "../install/release-of.ts";
import { places } from "../places.ts";
import { usualBackupFolder } from "../site/index.ts";
import { writeJournal } from "../steps/journal.ts";
import { words } from "../words.ts";
import { factsOf, openGround, siteOf } from "./open-ground.ts";
import { refuseLiving, refuseNested, refuseOlderRelease } from "./refuse.ts";
import { restoreSteps } from "./restore-steps.ts";

const flag = () => z.boolean().default(false);

const options = z.object({
  ...wishOptions,
  ...restoringOptions,
  from: option(z.string().default(usualBackupFolder), {
    hi: "बैकअप का फ़ोल्डर; कहीं और हो तो अपनी जगह नकल किया जाता है",
    en: "The folder of the backups; one elsewhere is copied to its place",
  }),
  fromSecond: option(flag(), {
    hi: "बैकअप दूसरे सर्वर से लाएँ; उसका पता पहले /etc/secretariat/second-host/ में रखें",
    en: "Bring the backups from the second host, whose address lies in /etc/secretariat/second-host/",
  }),
  shares: option(z.string().optional(), {
    hi: "अधिकारियों के अंशों की फ़ाइल, एक पंक्ति में एक; न दें तो मानक इनपुट से",
    en: "A file with the officers' shares, one a line; left out, standard input",
  }),
  config: option(z.string().optional(), {
    hi: "इस मशीन का site.yml; न दें तो निक्षेप के संग्रह वाला",
    en: "This machine's site.yml; left out, the one in the escrow's archive",
  }),
  list: option(flag(), {
    hi: "केवल बताएँ कि कहाँ तक लौटा जा सकता है",
    en: "Only tell how far back one can go",
  }),
  yes: option(flag(), { hi: "बिना पूछे चलाएँ", en: "Do not ask" }),
  skipPreflight: option(flag(), {
    hi: "पूर्व-जाँच छोड़ दें; यह लॉग में लिखा जाता है",
    en: "Leave out the checks beforehand; the log says so",
  }),
});
type Asked = z.output<typeof options>;

/** `./install restore`: from a bare Debian, the backups and the officers' shares to the office as it was. */
export const restoreVerb = verb({
  path: ["restore"],
  words: { hi: "बैकअप से कार्यालय लौटाएँ", en: "Bring an office back from its backups" },
  options,
  needsRoot: true,
  isExclusive: true,
  async run(call) {
    const { list, yes } = call.options;
    const wish = wishOf(call.options);
    const before = secondBeforeOf(call.options);
    await refuseLiving();
    if (!yes && !list) {
      await confirm(call); // before the shares, which may come from the same terminal
    }
    const ground = await openGround({ ...call.options, before });
    try {
      call.say(opened, { archive: ground.archive });
      await tellSets(call, ground);
      return list ? exit.ok : await bringBack(call, { ground, wish, before });
    } finally {
      await ground.discard();
    }
  },
});

/** Those of the second host are known once they were brought: what lists them is among them. */
async function tellSets({ options: { from, fromSecond }, say }: Call<Asked>, ground: Foundations) {
  if (fromSecond) {
    say(knownLater);
    return;
  }
  const { genuine } = await readManifests({ folder: from, state: factsOf(ground) });
  refuseOlderRelease(genuine, (await releaseOf()).version);
  say(possible);
  saySets(genuine, say);
}

interface Bringing {
  readonly ground: Foundations;
  readonly wish: ReturnType<typeof wishOf>;
  readonly before: Date | undefined;
}

async function bringBack(call: Call<Asked>, { ground, wish, before }: Bringing) {
  const began = Date.now();
  const { from, fromSecond, acceptGap, skipPreflight: isUnchecked } = call.options;
  const path = siteOf(ground, call.options.config);
  const site = await siteFrom(path, call.language);
  await (fromSecond ? Promise.resolve() : refuseNested(from, site.backups.folder));
  await refuseUnready(call, path, { isSkipped: isUnchecked, leaveOut: broughtLater });
  await keepSite(path);
  await writeJournal({ isRestoring: true });
  onInterruption(call);
  const steps = restoreSteps({ ground, wish, acceptGap, from, fromSecond, before });
  const bundle = process.env["SECRETARIAT_BUNDLE"];
  const context = { site, ...(await releaseOf()), ...(bundle === undefined ? {} : { bundle }) };
  const plan = { name: "restore", steps, context, check: false, diff: false, isUnchecked };
  const { host, log } = await carryOut(call, plan);
  await writeJournal({ isRestoring: false, administratorShown: true });
  const seconds = Math.round((Date.now() - began) / 1000);
  const ending = { site, changes: host.changes.length, seconds, log };
  showEndPage(call, ending, await footingOf(site));
  const note = await readRestore({ state: places.installer });
  if (note) {
    tellRestored(note, call);
  }
  call.say(next);
  return note && !isAsWished(note) ? exit.failed : exit.ok;
}

/** The certificate of the lost machine comes back with its settings, and its second host need not be there. */
const broughtLater = ["PF-031", "PF-032", "PF-033", "PF-034", "PF-035", "PF-036", "PF-039"];

const opened = words({
  hi: "अंशों ने व्यवस्था-संग्रह {archive} खोला।",
  en: "The shares opened the archive {archive}.",
});
const possible = words({
  hi: "इन सेटों तक (--set), और बीच के किसी भी क्षण तक (--at) लौटा जा सकता है:",
  en: "One can go back to these sets (--set), and to any moment between them (--at):",
});
const knownLater = words({
  hi: "दूसरे सर्वर के सेट वहाँ से आने पर ज्ञात होंगे; बाद में: secretariat restore list",
  en: "The second host's sets are known once they were brought; afterwards: secretariat restore list",
});
const next = words({
  hi: "कार्यालय केवल पढ़ने के लिए खुला है। देखें, फिर स्वीकार करें: secretariat audit verify; secretariat restore accept",
  en: "The office is open for reading only. Look, then accept: secretariat audit verify; secretariat restore accept",
});
