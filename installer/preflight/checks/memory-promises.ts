import type { Check } from "../check.ts";

export const memoryPromises: Check = {
  id: "PF-059",
  title: { hi: "मेमोरी का वादा (overcommit)", en: "Memory promises (overcommit)" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "vm.overcommit_memory {found} है; Redis अपनी प्रति लिखते समय रुक सकता है।",
    en: "vm.overcommit_memory is {found}; Redis may stop while it writes its copy.",
  },
  remedy: {
    hi: "चलाएँ: sysctl -w vm.overcommit_memory=1 (स्थायी: /etc/sysctl.d/)",
    en: "Run: sysctl -w vm.overcommit_memory=1 (to stay: /etc/sysctl.d/)",
  },
  async look({ machine }) {
    const found = (await machine.text("/proc/sys/vm/overcommit_memory"))?.trim() ?? "?";
    return found === "1" || found === "0" ? undefined : { gaps: { found } };
  },
};
