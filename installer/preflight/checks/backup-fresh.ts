import { ageInHours, readFact } from "../facts.ts";
import type { Check } from "../check.ts";

export const backupFresh: Check = {
  id: "PF-053",
  title: { hi: "अंतिम बैकअप", en: "The last backup" },
  severity: "warn",
  when: "after",
  cause: {
    hi: "डेटाबेस का अंतिम बैकअप {hours} घंटे पुराना है; 26 से कम होना चाहिए।",
    en: "The last backup of the database is {hours} hours old; it should be less than 26.",
  },
  remedy: { hi: "अभी बैकअप लें: secretariat backup run", en: "Take one now: secretariat backup run" },
  async look({ machine }) {
    const at = await readFact(
      machine,
      'secretariat_backup_last_success_timestamp_seconds{kind="database"}',
    );
    const hours = ageInHours(machine, at);
    return hours <= 26 ? undefined : { gaps: { hours: Number.isFinite(hours) ? hours : "?" } };
  },
};
