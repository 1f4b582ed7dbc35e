import { journalSpan } from "../journal-span.ts";
import type { Check } from "../check.ts";

export const journalKept: Check = {
  id: "PF-067",
  title: { hi: "व्यवस्था का लॉग कितने दिन रहता है", en: "How long the journal is kept" },
  severity: "warn",
  when: "after",
  cause: {
    hi: "व्यवस्था का लॉग {days} दिन ही रहेगा; site.yml (logs.keepDays) {wanted} दिन माँगती है।",
    en: "The journal will hold {days} days only; site.yml (logs.keepDays) asks for {wanted}.",
  },
  remedy: {
    hi: "चलाएँ: secretariat reconfigure। यदि लॉग अधिक बढ़ता है: डिस्क बढ़ाएँ, /etc/systemd/journald.conf.d/60-own.conf में बड़ा SystemMaxUse लिखें, फिर: systemctl restart systemd-journald",
    en: "Run: secretariat reconfigure. Where it grows faster than was thought: enlarge the disk, write a larger SystemMaxUse into /etc/systemd/journald.conf.d/60-own.conf, then: systemctl restart systemd-journald",
  },
  async look({ machine, site }) {
    const [days, wanted] = [await journalSpan(machine), site.logs.keepDays];
    return days >= wanted ? undefined : { gaps: { days, wanted } };
  },
};
