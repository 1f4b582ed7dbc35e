import { sizingOf } from "../../site/index.ts";
import type { Check } from "../check.ts";

export const cores: Check = {
  id: "PF-006",
  title: { hi: "प्रोसेसर के कोर", en: "Processor cores" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "कोर {found} हैं; “{sizing}” आकार के लिए {wanted} चाहिए।",
    en: "There are {found} cores; the size “{sizing}” wants {wanted}.",
  },
  remedy: {
    hi: "कोर बढ़ाएँ, या site.yml में छोटा sizing चुनें।",
    en: "Give the server more cores, or choose a smaller sizing in site.yml.",
  },
  async look({ machine, site }) {
    const about = (await machine.text("/proc/cpuinfo")) ?? "";
    const found = about.match(/^processor\s*:/gm)?.length ?? 0;
    const wanted = sizingOf(site).cores;
    return found >= wanted ? undefined : { gaps: { found, wanted, sizing: site.sizing } };
  },
};
