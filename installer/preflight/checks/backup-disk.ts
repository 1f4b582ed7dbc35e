import type { Check } from "../check.ts";

export const backupDisk: Check = {
  id: "PF-038",
  title: { hi: "बैकअप अलग डिस्क पर", en: "Backups lie on another disk" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "{folder} उसी डिस्क पर है जिस पर डेटाबेस है; डिस्क खराब होने पर दोनों जाएँगे।",
    en: "{folder} shares the disk of the database; if the disk fails, both are gone.",
  },
  remedy: {
    hi: "बैकअप को अलग डिस्क पर रखें, और backups.second में दूसरा सर्वर लिखें।",
    en: "Put backups on another disk, and name a second host as backups.second.",
  },
  async look({ machine, site: { backups } }) {
    const own = await machine.space(backups.folder);
    const database = await machine.space("/var/lib/postgresql");
    return own.device === database.device ? { gaps: { folder: backups.folder } } : undefined;
  },
};
