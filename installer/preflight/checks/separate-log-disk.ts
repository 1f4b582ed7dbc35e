import type { Check } from "../check.ts";

export const separateLogDisk: Check = {
  id: "PF-012",
  title: { hi: "डेटाबेस के लेखन-अभिलेख की अलग डिस्क", en: "A disk of its own for the write-ahead log" },
  severity: "warn",
  when: "before",
  cause: {
    hi: "/var/lib/postgresql उसी डिस्क पर है जिस पर सिस्टम है; लॉग से भरी डिस्क डेटाबेस को रोक देती है।",
    en: "/var/lib/postgresql shares the system's disk; a disk filled by logs stops the database.",
  },
  remedy: {
    hi: "“state” आकार के लिए /var/lib/postgresql को अलग डिस्क पर रखें।",
    en: "For the size “state”, put /var/lib/postgresql on a disk of its own.",
  },
  async look({ machine, site }) {
    if (site.sizing !== "state") {
      return undefined;
    }
    const [system, database] = [
      await machine.space("/"),
      await machine.space("/var/lib/postgresql"),
    ];
    return system.device === database.device ? {} : undefined;
  },
};
