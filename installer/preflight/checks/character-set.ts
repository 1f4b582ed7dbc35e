import type { Check } from "../check.ts";

export const characterSet: Check = {
  id: "PF-018",
  title: { hi: "अक्षर-कूट UTF-8", en: "Character set UTF-8" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "C.UTF-8 उपलब्ध नहीं है; उसके बिना हिन्दी के अक्षर डेटाबेस में नहीं रखे जा सकते।",
    en: "C.UTF-8 is not available; without it the database cannot keep Hindi letters.",
  },
  remedy: {
    hi: "पैकेज libc-bin फिर से स्थापित करें: apt-get install --reinstall libc-bin",
    en: "Install the package libc-bin again: apt-get install --reinstall libc-bin",
  },
  async look({ machine }) {
    const { output } = await machine.ask(["locale", "-a"]);
    return /^C\.utf-?8$/im.test(output) ? undefined : {};
  },
};
