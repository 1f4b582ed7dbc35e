import { places } from "../../places.ts";
import type { Check } from "../check.ts";

export const diskEntries: Check = {
  id: "PF-008",
  title: { hi: "डिस्क की प्रविष्टियाँ (inodes)", en: "Disk entries (inodes)" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "{path} में केवल {found} प्रतिशत inode खाली हैं।",
    en: "Only {found} per cent of the inodes of {path} are free.",
  },
  remedy: {
    hi: "अनावश्यक छोटी फ़ाइलें हटाएँ, या अधिक inode वाला फ़ाइल-तंत्र बनाएँ।",
    en: "Remove small files nobody needs, or make a file system with more inodes.",
  },
  async look({ machine }) {
    for (const path of [places.product, "/var/lib/postgresql", places.state]) {
      const { freeInodes, totalInodes } = await machine.space(path);
      // Some file systems make entries as they need them and count none.
      const found = totalInodes === 0 ? 100 : Math.floor((freeInodes / totalInodes) * 100);
      if (found < 10) {
        return { gaps: { path, found } };
      }
    }
    return undefined;
  },
};
