import { z } from "zod";
import { exit } from "../command/exit-codes.ts";
import { Halt } from "../command/halt.ts";
import { option } from "../command/option.ts";
import { verb, type Call } from "../command/verb.ts";
import { places } from "../places.ts";
import { preflight } from "../preflight/preflight.ts";
import { installSteps, readJournal } from "../steps/index.ts";
import { writeJournal } from "../steps/journal.ts";
import { StepFailed } from "../steps/run-steps.ts";
import { words } from "../words.ts";
import { carryOut } from "./carry-out.ts";
import { confirm } from "./confirm.ts";
import { showEndPage } from "./end-page.ts";
import { installedVersion } from "./installed-version.ts";
import { keepSite, siteFrom } from "./keep-site.ts";
import { onInterruption } from "./on-interruption.ts";
import { releaseOf } from "./release-of.ts";

const flag = () => z.boolean().default(false);

const options = z.object({
  config: option(z.string().default(places.site), {
    hi: "site.yml कहाँ है",
    en: "Where site.yml lies",
  }),
  yes: option(flag(), { hi: "बिना पूछे चलाएँ", en: "Do not ask" }),
  check: option(flag(), { hi: "कुछ न बदलें, केवल बताएँ", en: "Change nothing, only tell" }),
  diff: option(flag(), { hi: "बदलती पंक्तियाँ दिखाएँ", en: "Show the lines that differ" }),
  resume: option(flag(), {
    hi: "रुकी हुई स्थापना आगे बढ़ाएँ (वैसे भी अपने-आप होता है)",
    en: "Go on with a broken run (which happens by itself anyway)",
  }),
  skipPreflight: option(flag(), {
    hi: "पूर्व-जाँच छोड़ दें; यह लॉग में लिखा जाता है",
    en: "Leave out the checks beforehand; the log says so",
  }),
});
type Asked = z.output<typeof options>;

/** `./install`: from a bare Debian to an office that answers. Run again, it changes nothing. */
export const installVerb = verb({
  path: ["install"],
  words: { hi: "स्थापना करें", en: "Install" },
  options,
  needsRoot: true,
  isExclusive: true,
  async run(call) {
    const began = Date.now();
    const { config, check, diff } = call.options;
    const site = await siteFrom(config, call.language);
    const { release, version } = await releaseOf();
    await refuseOther(version);
    await refuseUnready(call);
    await tellWhereItStopped(call);
    if (!check) {
      await (call.options.yes ? Promise.resolve() : confirm(call));
      await keepSite(config);
      onInterruption(call);
    }
    const bundle = process.env["SECRETARIAT_BUNDLE"];
    let administrator: { login: string; password: string } | undefined;
    const show = (made: { login: string; password: string }) => void (administrator = made);
    const context = { site, release, version, show, ...(bundle === undefined ? {} : { bundle }) };
    const plan = { name: "install", steps: installSteps, context, check, diff };
    const { host, log } = await carryOut(call, plan).catch(explain);
    const seconds = Math.round((Date.now() - began) / 1000);
    const changes = host.changes.length;
    if (check) {
      call.say(wouldChange, { changes });
      call.answer({ changes: host.changes });
      return changes === 0 ? exit.ok : exit.failed;
    }
    showEndPage(call, { site, changes, seconds, log, ...(administrator ? { administrator } : {}) });
    if (administrator) {
      await writeJournal({ administratorShown: true });
    }
    return exit.ok;
  },
});

/** Nothing is begun on a machine that cannot carry it. */
async function refuseUnready({ options: asked, language, say }: Call<Asked>): Promise<void> {
  if (asked.skipPreflight) {
    return;
  }
  // Without the bundle: every byte of it was judged a moment ago, before this program was started.
  const found = await preflight({ site: asked.config });
  const failed = found.results.filter(({ outcome }) => outcome === "fail");
  for (const { id, title, cause, remedy } of failed) {
    say(`FAIL ${id} ${title[language]}`);
    say(`     ${cause?.[language] ?? ""}`);
    say(`     ${remedy?.[language] ?? ""}`);
  }
  // What runs already must be able to be put right, on a slow disk too.
  if (failed.length > 0 && (await installedVersion()) === undefined) {
    throw new Halt(exit.preflightFailed, unready, { count: failed.length });
  }
}

/** Another release comes by an upgrade, which makes a restore point and knows the way back. */
async function refuseOther(version: string): Promise<void> {
  const [present, { endedAt }] = [await installedVersion(), await readJournal()];
  if (present !== undefined && present !== version && endedAt !== undefined) {
    throw new Halt(exit.notPermittedHere, otherVersion, { present, version });
  }
}

async function tellWhereItStopped({ say }: Call<Asked>): Promise<void> {
  const { step } = await readJournal();
  if (step) {
    say(goingOn, { step });
  }
}

/** A step that failed has told why; what was done before it stays. */
function explain(error: unknown): never {
  if (error instanceof StepFailed) {
    throw new Halt(exit.failed, stepFailed, { step: error.step.id, reason: error.message });
  }
  throw error;
}

const unready = words({
  hi: "पूर्व-जाँच में {count} बाधाएँ हैं; कुछ नहीं बदला गया।",
  en: "{count} checks failed beforehand; nothing was changed.",
});
const otherVersion = words({
  hi: "यहाँ संस्करण {present} स्थापित है। {version} पर जाने के लिए: secretariat upgrade plan, फिर secretariat upgrade run",
  en: "Release {present} is installed here. To move to {version}: secretariat upgrade plan, then secretariat upgrade run",
});
const goingOn = words({
  hi: "पिछली स्थापना “{step}” पर रुकी थी; वहीं से आगे।",
  en: "The last run stopped at “{step}”; going on from there.",
});
const stepFailed = words({
  hi: "“{step}” पूरा नहीं हुआ: {reason}\nकारण दूर करके वही आदेश फिर चलाएँ।",
  en: "“{step}” could not be finished: {reason}\nPut it right and run the same command again.",
});
const wouldChange = words({
  hi: "{changes} परिवर्तन होंगे; कुछ नहीं बदला गया।",
  en: "{changes} changes would be made; nothing was changed.",
});
