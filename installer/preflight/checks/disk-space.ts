import { places } from "../../places.ts";
import { diskNeedsOf, gibibyte } from "../disk-needs.ts";
import type { Check } from "../check.ts";

export const diskSpace: Check = {
  id: "PF-007",
  title: { hi: "डिस्क में खाली स्थान", en: "Free disk space" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "{path} में {found} GiB खाली है; कम से कम {wanted} GiB चाहिए।",
    en: "{path} has {found} GiB free; at least {wanted} GiB are needed.",
  },
  remedy: {
    hi: "डिस्क बढ़ाएँ या पुरानी फ़ाइलें हटाएँ। देखें: secretariat disk report",
    en: "Enlarge the disk or clear old files. See: secretariat disk report",
  },
  async look({ machine, site, installed }) {
    const { productBytes, dataBytes } = diskNeedsOf(site);
    // What runs already has its data; it needs room for one more release and for a bad day.
    const data = installed === undefined ? dataBytes : productBytes;
    const wanted = [
      { path: places.product, bytes: productBytes },
      { path: "/var/lib/postgresql", bytes: data },
      { path: places.state, bytes: data },
    ];
    for (const { path, bytes } of wanted) {
      const { freeBytes } = await machine.space(path);
      if (freeBytes < bytes) {
        const found = (freeBytes / gibibyte).toFixed(1);
        return { gaps: { path, found, wanted: bytes / gibibyte } };
      }
    }
    return undefined;
  },
};
