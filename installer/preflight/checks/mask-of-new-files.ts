import type { Check } from "../check.ts";

export const maskOfNewFiles: Check = {
  id: "PF-048",
  title: { hi: "नई फ़ाइलों की अनुमति (umask)", en: "Permissions of new files (umask)" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "umask {found} है; नई फ़ाइलें या तो सबके लिए खुली होंगी या सेवाओं के लिए बंद।",
    en: "The umask is {found}; new files would be open to all, or shut to the services.",
  },
  remedy: { hi: "चलाएँ: umask 022, फिर यही आदेश।", en: "Run: umask 022, then this command again." },
  async look({ machine }) {
    const isSound = (machine.umask & 0o700) === 0 && (machine.umask & 0o002) !== 0;
    return isSound ? undefined : { gaps: { found: machine.umask.toString(8).padStart(3, "0") } };
  },
};
