import type { Check } from "../check.ts";

export const bundleGenuine: Check = {
  id: "PF-050",
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
  async look({ machine, bundle }) {
    if (bundle === undefined) {
      return undefined;
    }
    const { code, output } = await machine.ask([`${bundle}/install`, "verify"]);
    return code === 0
      ? undefined
      : { gaps: { bundle, reason: output.trim().split("\n").at(-1) ?? "" } };
  },
};
