import type { Check } from "../check.ts";

/** Reading a bundle takes a slow disk a minute, and more where others read too. */
const patienceSeconds = 300;

export const bundleGenuine: Check = {
  id: "PF-050",
  patienceSeconds,
  title: { hi: "बंडल असली और पूरा है", en: "The bundle is genuine and whole" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "बंडल {bundle} स्वीकार नहीं: {reason}",
    en: "The bundle {bundle} is refused: {reason}",
  },
  remedy: {
    hi: "बंडल फिर से लाएँ और उसकी मुद्रित उँगली-छाप मिलाएँ; उसे न चलाएँ।",
    en: "Fetch the bundle again and compare the printed fingerprint; do not run it.",
  },
  async look({ machine, bundle, isBundleJudged = false }) {
    if (bundle === undefined || isBundleJudged) {
      return undefined;
    }
    const ran = await machine.ask([`${bundle}/install`, "verify"], patienceSeconds);
    const reason = ran.errors.trim().split("\n").at(-1) || `exit ${ran.code}`;
    return ran.code === 0 ? undefined : { gaps: { bundle, reason } };
  },
};
