import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { carryOut } from "../../../install/carry-out.ts";
import { siteFrom } from "../../../install/keep-site.ts";
import { releaseOf } from "../../../install/release-of.ts";
import { places } from "../../../places.ts";
import { reconfigureSteps } from "../../../steps/index.ts";
import { keepFact } from "../../../watching/facts.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { Halt } from "../../halt.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";

const options = z.object({
  check: option(z.boolean().default(false), {
    hi: "कुछ न बदलें, केवल बताएँ; अंतर होने पर निर्गम 1",
    en: "Change nothing, only tell; exit 1 where something differs",
  }),
  diff: option(z.boolean().default(false), {
    hi: "बदलती पंक्तियाँ दिखाएँ",
    en: "Show the lines that differ",
  }),
  config: option(z.string().optional(), {
    hi: "कोई और site.yml आज़माएँ, केवल --check के साथ",
    en: "Try another site.yml, with --check only",
  }),
  withoutRestart: option(z.boolean().default(false), {
    hi: "वेब, वर्कर, Postgres और Redis फिर प्रारंभ न करें (उन्नयन के लिए)",
    en: "Do not start web, workers, Postgres and Redis again (for upgrades)",
  }),
});

/** Makes the machine what site.yml says. With `--check` it tells what somebody changed by hand. */
export const reconfigure = verb({
  path: ["reconfigure"],
  words: {
    hi: "site.yml के अनुसार सब कुछ लागू करें",
    en: "Make everything as site.yml says",
  },
  options,
  needsRoot: true,
  isExclusive: true,
  async run(call) {
    const { check, diff, config, withoutRestart } = call.options;
    if (config !== undefined && !check) {
      throw new Halt(exit.usage, onlyTried);
    }
    const site = await siteFrom(config ?? places.site, call.language);
    const release = await releaseOf(await realpath(places.current));
    const isAtWork = withoutRestart;
    const context = { site, ...release, ...laidBundle(release.version), isAtWork };
    const steps = reconfigureSteps.filter(({ id }) => !withoutRestart || id !== "services");
    const plan = { name: "reconfigure", steps, context, check, diff, isUnchecked: false };
    const { host } = await carryOut(call, plan);
    const changes = host.changes.length;
    if (config === undefined) {
      await keepFact("drift", { at: new Date(), changes: check ? changes : 0 });
    }
    call.say(check ? would : made, { changes });
    call.answer({ changes: host.changes });
    return check && changes > 0 ? exit.failed : exit.ok;
  },
});

/** What `./install` or an upgrade laid down with this release; gone where somebody needed the room. */
function laidBundle(version: string): { readonly bundle?: string } {
  const bundle = join(places.bundle, version);
  return existsSync(bundle) ? { bundle } : {};
}

const onlyTried = words({
  hi: "लागू केवल /etc/secretariat/site.yml होती है: उसी में परिवर्तन करें। --config केवल --check के साथ।",
  en: "Only /etc/secretariat/site.yml is carried out: change that one. --config goes with --check alone.",
});
const would = words({
  hi: "{changes} परिवर्तन होंगे; कुछ नहीं बदला गया।",
  en: "{changes} changes would be made; nothing was changed.",
});
const made = words({ hi: "{changes} परिवर्तन हुए।", en: "{changes} changes were made." });
