import { places } from "../../places.ts";
import type { Check } from "../check.ts";

export const siteFileClosed: Check = {
  id: "PF-045",
  title: { hi: "site.yml की अनुमतियाँ", en: "Permissions of site.yml" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "{path} को सब लिख या पढ़ सकते हैं (अनुमति {mode})।",
    en: "Everybody may read or write {path} (mode {mode}).",
  },
  remedy: { hi: "चलाएँ: chmod 640 {path}", en: "Run: chmod 640 {path}" },
  async look({ machine }) {
    const path = places.site;
    const mode = (await machine.entry(path))?.mode ?? 0o640;
    return (mode & 0o027) === 0 ? undefined : { gaps: { path, mode: mode.toString(8) } };
  },
};
