import { listeningPorts } from "../listening.ts";
import { ourPorts } from "../our-ports.ts";
import type { Check } from "../check.ts";

export const freePorts: Check = {
  id: "PF-013",
  title: { hi: "पोर्ट खाली हैं", en: "Ports are free" },
  severity: "fail",
  when: "before",
  cause: {
    hi: "पोर्ट {ports} पर कोई दूसरा कार्यक्रम चल रहा है।",
    en: "Other programs already answer on port {ports}.",
  },
  remedy: {
    hi: "“ss -ltnp” से देखें कि कौन है और उसे बंद करें या हटाएँ।",
    en: "See who it is with “ss -ltnp” and stop or remove it.",
  },
  async look({ machine, site }) {
    const taken = await listeningPorts(machine);
    const ports = ourPorts(site).filter((port) => taken.has(port));
    return ports.length > 0 ? { gaps: { ports: ports.join(", ") } } : undefined;
  },
};
