import { installedVersion } from "../install/installed-version.ts";
import { readSite, SiteRefused, type Site } from "../site/index.ts";
import { filled, words } from "../words.ts";
import { checks } from "./checks.ts";
import type { Machine } from "./machine.ts";
import { runChecks, worst, type Outcome, type Result } from "./run-checks.ts";
import { thisMachine } from "./this-machine.ts";

export interface Asked {
  /** site.yml, where it lies now. */
  readonly site: string;
  /** The folder of an opened bundle, to judge it as well. */
  readonly bundle?: string;
  /** Whoever opened it judged it a moment ago. */
  readonly isBundleJudged?: boolean;
}

export interface Preflight {
  readonly outcome: Outcome;
  readonly seconds: number;
  readonly results: readonly Result[];
}

/** Looks at everything that could stop an installation or an upgrade, and changes nothing. */
export async function preflight(
  asked: Asked,
  machine: Machine = thisMachine(),
): Promise<Preflight> {
  const begun = performance.now();
  const { site, result } = await judgeSite(asked.site);
  const installed = await installedVersion();
  const { bundle, isBundleJudged = false } = asked;
  const others = site
    ? await runChecks(checks, {
        machine,
        site,
        ...(bundle === undefined ? {} : { bundle, isBundleJudged }),
        ...(installed === undefined ? {} : { installed }),
      })
    : [];
  const results = [result, ...others];
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  return { outcome: worst(results), seconds, results };
}

const title = words({ hi: "site.yml", en: "site.yml" });
const refused = words({
  hi: "{path} में त्रुटि: {key} {reason}",
  en: "{path} cannot be used: {key} {reason}",
});
const remedy = words({
  hi: "ठीक करके फिर चलाएँ। नई फ़ाइल बनाने के लिए: ./install wizard; सभी कुंजियाँ: ./install schema",
  en: "Correct it and run this again. To make a new one: ./install wizard; for every key: ./install schema",
});

async function judgeSite(path: string): Promise<{ site?: Site; result: Result }> {
  const own = { id: "PF-001", title };
  try {
    return { site: await readSite(path), result: { ...own, outcome: "pass" } };
  } catch (error) {
    if (!(error instanceof SiteRefused)) {
      throw error;
    }
    const [first] = error.problems;
    const gaps = { path, key: first?.key ?? "" };
    const cause = {
      hi: filled(refused, { ...gaps, reason: first?.words.hi ?? "" }).hi,
      en: filled(refused, { ...gaps, reason: first?.words.en ?? "" }).en,
    };
    return { result: { ...own, outcome: "fail", cause, remedy } };
  }
}
