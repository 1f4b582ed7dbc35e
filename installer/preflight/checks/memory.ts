import { sizingOf } from "../../site/index.ts";
import { gibibyte } from "../disk-needs.ts";
import type { Check } from "../check.ts";

export const memory: Check = {
  id: "PF-005",
  title: { hi: "मेमोरी", en: "Memory" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "मेमोरी {found} GiB है; “{sizing}” आकार के लिए {wanted} GiB चाहिए।",
    en: "There are {found} GiB of memory; the size “{sizing}” wants {wanted} GiB.",
  },
  remedy: {
    hi: "मेमोरी बढ़ाएँ, या site.yml में छोटा sizing चुनें।",
    en: "Give the server more memory, or choose a smaller sizing in site.yml.",
  },
  async look({ machine, site }) {
    const about = (await machine.text("/proc/meminfo")) ?? "";
    const bytes = Number(/^MemTotal:\s+(\d+) kB/m.exec(about)?.[1] ?? 0) * 1024;
    const wanted = sizingOf(site).gigabytes * gibibyte;
    const gaps = {
      found: (bytes / gibibyte).toFixed(1),
      wanted: wanted / gibibyte,
      sizing: site.sizing,
    };
    // The kernel keeps some for itself: nine tenths of what was ordered is what was ordered.
    if (bytes >= wanted * 0.9) {
      return undefined;
    }
    return { gaps, severity: bytes < wanted / 2 ? "fail" : "warn" };
  },
};
