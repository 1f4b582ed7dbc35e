import { gibibyte } from "../disk-needs.ts";
import type { Check } from "../check.ts";

export const backupFolder: Check = {
  id: "PF-037",
  title: { hi: "बैकअप का फ़ोल्डर", en: "The folder of backups" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "{folder} में {found} GiB खाली है; कम से कम 2 GiB चाहिए।",
    en: "{folder} has {found} GiB free; at least 2 GiB are needed.",
  },
  remedy: {
    hi: "बैकअप के लिए बड़ी डिस्क लगाएँ और उसे site.yml के backups.folder में लिखें।",
    en: "Mount a larger disk for backups and name it as backups.folder in site.yml.",
  },
  async look({ machine, site: { backups } }) {
    const { freeBytes } = await machine.space(backups.folder);
    const found = (freeBytes / gibibyte).toFixed(1);
    return freeBytes >= 2 * gibibyte ? undefined : { gaps: { folder: backups.folder, found } };
  },
};
