import { listeningPorts } from "../listening.ts";
import type { Check } from "../check.ts";

/** nginx, Postgres, Redis, two of web and their health, the worker's, Prometheus and Alertmanager. */
const wanted = [443, 5432, 6379, 8081, 8082, 9181, 9182, 9191, 9090, 9093];

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
  async look({ machine }) {
    const taken = await listeningPorts(machine);
    const ports = wanted.filter((port) => taken.has(port));
    return ports.length > 0 ? { gaps: { ports: ports.join(", ") } } : undefined;
  },
};
