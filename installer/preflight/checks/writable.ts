import { mountOf } from "../mounts.ts";
import type { Check } from "../check.ts";

export const writable: Check = {
  id: "PF-011",
  title: { hi: "लिखने योग्य फ़ाइल-तंत्र", en: "Writable file systems" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "{path} केवल पढ़ने के लिए जुड़ा है।",
    en: "{path} is mounted read-only.",
  },
  remedy: {
    hi: "कारण देखें (dmesg; प्रायः डिस्क की त्रुटि), ठीक करें, फिर चलाएँ: mount -o remount,rw {mount}",
    en: "Find the reason (dmesg; often a failing disk), mend it, then run: mount -o remount,rw {mount}",
  },
  async look({ machine }) {
    for (const path of ["/etc", "/opt", "/usr", "/var/lib", "/var/log", "/tmp"]) {
      const mount = await mountOf(machine, path);
      if (mount?.options.includes("ro")) {
        return { gaps: { path, mount: mount.point } };
      }
    }
    return undefined;
  },
};
