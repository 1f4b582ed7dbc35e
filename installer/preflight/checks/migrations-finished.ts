import { askCommand } from "../ask-command.ts";
import type { Check } from "../check.ts";

export const migrationsFinished: Check = {
  id: "PF-052",
  title: { hi: "डेटाबेस के बदलाव पूरे हैं", en: "Changes of the database are finished" },
  severity: "warn",
  when: "after",
  cause: {
    hi: "डेटाबेस के {waiting} बदलाव शेष हैं।",
    en: "{waiting} changes of the database are not finished.",
  },
  remedy: {
    hi: "प्रतीक्षा करें: secretariat migrations wait",
    en: "Wait for them: secretariat migrations wait",
  },
  async look({ machine }) {
    const told = await askCommand(machine, ["migrations", "status"]);
    const waiting = Number(told?.["waiting"] ?? Number.NaN);
    return waiting === 0 ? undefined : { gaps: { waiting: Number.isNaN(waiting) ? "?" : waiting } };
  },
};
