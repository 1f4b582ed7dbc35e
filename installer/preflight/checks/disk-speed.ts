import type { Check } from "../check.ts";

export const diskSpeed: Check = {
  id: "PF-009",
  title: { hi: "डिस्क की गति", en: "Speed of the disk" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "{path} पर लिखा हुआ सुरक्षित होने में {found} मि.से. लगते हैं (100 में 1 बार); 20 से कम चाहिए।",
    en: "A write to {path} takes {found} ms to be safe (1 in 100); it should take less than 20.",
  },
  remedy: {
    hi: "डेटाबेस के लिए SSD या तेज़ भंडारण लें; भंडारण के व्यवस्थापक से पूछें।",
    en: "Take an SSD or faster storage for the database; ask whoever looks after the storage.",
  },
  async look({ machine }) {
    const path = "/var/lib/postgresql";
    const times = await machine.syncTimes(path);
    if (!times || times.length === 0) {
      return { gaps: { path, found: "?" } };
    }
    const sorted = times.toSorted((one, other) => one - other);
    const slowest = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? 0;
    const gaps = { path, found: slowest.toFixed(1) };
    if (slowest <= 20) {
      return undefined;
    }
    return { gaps, severity: slowest > 200 ? "fail" : "warn" };
  },
};
