import type { Check } from "../check.ts";

export const kernelLockdown: Check = {
  id: "PF-047",
  title: { hi: "कर्नेल का ताला (lockdown)", en: "Kernel lockdown" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "कर्नेल lockdown में नहीं है; root चलते कर्नेल को बदल सकता है।",
    en: "The kernel is not in lockdown; root may change it while it runs.",
  },
  remedy: {
    hi: "UEFI में Secure Boot चालू करें, या कर्नेल के विकल्प में lockdown=integrity रखें।",
    en: "Turn on Secure Boot in the firmware, or start the kernel with lockdown=integrity.",
  },
  async look({ machine }) {
    const text = (await machine.text("/sys/kernel/security/lockdown")) ?? "";
    return /\[(integrity|confidentiality)\]/.test(text) ? undefined : {};
  },
};
