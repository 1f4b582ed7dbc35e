import { places } from "../../places.ts";
import type { Check } from "../check.ts";

export const keysClosed: Check = {
  id: "PF-063",
  title: { hi: "कुंजियाँ बंद हैं", en: "The keys are shut away" },
  severity: "fail",
  when: "after",
  cause: {
    hi: "{path} को दूसरे भी खोल सकते हैं (अनुमति {mode})।",
    en: "Others may open {path} (mode {mode}).",
  },
  remedy: { hi: "चलाएँ: chmod 700 {path}", en: "Run: chmod 700 {path}" },
  async look({ machine }) {
    for (const path of [places.keys, places.documents, places.credentials, places.installer]) {
      const mode = (await machine.entry(path))?.mode ?? 0o700;
      if ((mode & 0o077) !== 0) {
        return { gaps: { path, mode: mode.toString(8) } };
      }
    }
    return undefined;
  },
};
