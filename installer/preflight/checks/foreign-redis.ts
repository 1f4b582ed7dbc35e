import type { Check } from "../check.ts";

export const foreignRedis: Check = {
  id: "PF-016",
  title: { hi: "दूसरा Redis", en: "Another Redis" },
  severity: "warn",
  when: "before",
  cause: {
    hi: "/etc/redis में दूसरा Redis है: {found}।",
    en: "There is another Redis in /etc/redis: {found}.",
  },
  remedy: {
    hi: "यदि कोई उसे काम में नहीं लेता तो बंद करें: systemctl disable --now redis-server",
    en: "If nobody uses it, stop it: systemctl disable --now redis-server",
  },
  async look({ machine }) {
    const found = (await machine.names("/etc/redis")).filter(
      (name) => name.endsWith(".conf") && name !== "redis-secretariat.conf",
    );
    return found.length > 0 ? { gaps: { found: found.join(", ") } } : undefined;
  },
};
