import type { Check } from "../check.ts";

export const architecture: Check = {
  id: "PF-003",
  title: { hi: "प्रोसेसर का प्रकार", en: "Architecture" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "प्रोसेसर {found} है; बंडल amd64 (x86-64) के लिए है।",
    en: "The processor is {found}; the bundle is for amd64 (x86-64).",
  },
  remedy: { hi: "64-बिट Intel/AMD सर्वर लें।", en: "Take a 64-bit Intel or AMD server." },
  async look({ machine }) {
    return machine.architecture === "x64" ? undefined : { gaps: { found: machine.architecture } };
  },
};
