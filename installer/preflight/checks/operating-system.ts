import type { Check } from "../check.ts";

export const operatingSystem: Check = {
  id: "PF-002",
  title: { hi: "ऑपरेटिंग सिस्टम", en: "Operating system" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "यह सर्वर {found} है; यह बंडल Debian 12 के पैकेजों के साथ बना है।",
    en: "This server is {found}; the bundle carries packages of Debian 12.",
  },
  remedy: {
    hi: "Debian 12 (bookworm) वाले नए सर्वर पर स्थापित करें।",
    en: "Install on a server with Debian 12 (bookworm).",
  },
  async look({ machine }) {
    const release = (await machine.text("/etc/os-release")) ?? "";
    const found = /^PRETTY_NAME="?([^"\n]*)/m.exec(release)?.[1] ?? "unknown";
    const isDebian = /^ID=debian$/m.test(release) && /^VERSION_ID="?12"?$/m.test(release);
    return isDebian ? undefined : { gaps: { found } };
  },
};
