import type { Check } from "../check.ts";

export const runAsRoot: Check = {
  id: "PF-057",
  title: { hi: "root के रूप में", en: "Run as root" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "यह जाँच root के बिना चली; कुछ बातें नहीं देखी जा सकीं।",
    en: "This was not run as root; some things could not be seen.",
  },
  remedy: { hi: "चलाएँ: sudo ./install preflight", en: "Run: sudo ./install preflight" },
  async look({ machine }) {
    return machine.isRoot ? undefined : {};
  },
};
