import { refusalOf } from "../../upgrade/path.ts";
import { readBundleManifest, readPath } from "../bundle-files.ts";
import type { Check } from "../check.ts";

export const upgradePath: Check = {
  id: "PF-051",
  title: { hi: "उन्नयन का मार्ग", en: "The path of the upgrade" },
  severity: "fail",
  when: "after",
  cause: {
    hi: "{installed} से {version} पर सीधे नहीं जा सकते।",
    en: "There is no way from {installed} straight to {version}.",
  },
  remedy: {
    hi: "देखें कि कौन से बंडल किस क्रम में चाहिए: secretariat upgrade plan BUNDLE",
    en: "See which bundles are needed, in order: secretariat upgrade plan BUNDLE",
  },
  async look({ machine, bundle, installed }) {
    if (bundle === undefined || installed === undefined) {
      return undefined;
    }
    const manifest = await readBundleManifest(machine, bundle);
    const refusal = refusalOf(await readPath(machine, bundle), { from: installed, to: manifest });
    return refusal && refusal.kind !== "same"
      ? { gaps: { installed, version: manifest.version } }
      : undefined;
  },
};
