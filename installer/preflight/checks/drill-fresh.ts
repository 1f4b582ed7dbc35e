import { ageInHours, readFact } from "../facts.ts";
import type { Check } from "../check.ts";

export const drillFresh: Check = {
  id: "PF-054",
  title: { hi: "पुनर्स्थापना का अंतिम सफल अभ्यास", en: "The last restore drill that passed" },
  severity: "warn",
  when: "after",
  cause: {
    hi: "पुनर्स्थापना का अंतिम सफल अभ्यास {days} दिन पुराना है; 8 से कम होना चाहिए।",
    en: "The last restore drill that passed is {days} days old; it should be less than 8.",
  },
  remedy: { hi: "अभ्यास चलाएँ: secretariat backup drill", en: "Run it: secretariat backup drill" },
  async look({ machine }) {
    const at = await readFact(machine, "secretariat_backup_drill_passed_timestamp_seconds");
    const days = Math.floor(ageInHours(machine, at) / 24);
    return days <= 8 ? undefined : { gaps: { days: Number.isFinite(days) ? days : "?" } };
  },
};
