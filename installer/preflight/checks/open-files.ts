import type { Check } from "../check.ts";

export const openFiles: Check = {
  id: "PF-060",
  title: { hi: "खुली फ़ाइलों की सीमा", en: "Limit of open files" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "एक प्रक्रिया केवल {found} फ़ाइलें खोल सकती है; 8192 चाहिए।",
    en: "A process may open only {found} files; 8192 are needed.",
  },
  remedy: {
    hi: "/etc/systemd/system.conf में DefaultLimitNOFILE=65536 लिखें और सर्वर फिर प्रारंभ करें।",
    en: "Set DefaultLimitNOFILE=65536 in /etc/systemd/system.conf and start the server again.",
  },
  async look({ machine }) {
    const limits = (await machine.text("/proc/self/limits")) ?? "";
    const found = Number(/^Max open files\s+\S+\s+(\d+)/m.exec(limits)?.[1] ?? 0);
    return found >= 8_192 ? undefined : { gaps: { found } };
  },
};
