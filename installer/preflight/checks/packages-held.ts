import type { Check } from "../check.ts";

export const packagesHeld: Check = {
  id: "PF-043",
  title: { hi: "रोके गए पैकेज", en: "Packages held back" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "ये पैकेज रोके गए हैं और स्थापना को रोक सकते हैं: {found}",
    en: "These packages are held and may stop the installation: {found}",
  },
  remedy: { hi: "रोक हटाएँ: apt-mark unhold {found}", en: "Release them: apt-mark unhold {found}" },
  async look({ machine }) {
    const status = (await machine.text("/var/lib/dpkg/status")) ?? "";
    const held = status
      .split("\n\n")
      .filter((one) => /^Status: hold /m.test(one))
      .map((one) => /^Package: (.*)$/m.exec(one)?.[1] ?? "");
    return held.length > 0 ? { gaps: { found: held.join(" ") } } : undefined;
  },
};
