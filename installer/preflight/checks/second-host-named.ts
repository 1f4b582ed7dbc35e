import type { Check } from "../check.ts";

export const secondHostNamed: Check = {
  id: "PF-040",
  title: { hi: "दूसरा सर्वर बताया गया है", en: "A second host is named" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "site.yml में बैकअप का दूसरा सर्वर नहीं है; यह सर्वर गया तो सब गया।",
    en: "site.yml names no second host for backups; if this server is lost, all is lost.",
  },
  remedy: {
    hi: "backups.second में केवल जोड़ने वाला (append-only) सर्वर लिखें।",
    en: "Name an append-only host as backups.second.",
  },
  async look({ site: { backups } }) {
    return backups.second ? undefined : {};
  },
};
