import type { Check } from "../check.ts";

export const packagesWhole: Check = {
  id: "PF-042",
  title: { hi: "पैकेज पूरे स्थापित हैं", en: "Packages are whole" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "कुछ पैकेज अधूरे स्थापित हैं: {found}",
    en: "Some packages are half installed: {found}",
  },
  remedy: { hi: "चलाएँ: dpkg --configure -a", en: "Run: dpkg --configure -a" },
  async look({ machine }) {
    const status = (await machine.text("/var/lib/dpkg/status")) ?? "";
    const broken = status
      .split("\n\n")
      .filter((one) => /^Status: .* (half-|unpacked|triggers-)/m.test(one))
      .map((one) => /^Package: (.*)$/m.exec(one)?.[1] ?? "");
    return broken.length > 0 ? { gaps: { found: broken.slice(0, 5).join(", ") } } : undefined;
  },
};
