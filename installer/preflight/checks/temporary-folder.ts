import { mountOf } from "../mounts.ts";
import type { Check } from "../check.ts";

export const temporaryFolder: Check = {
  id: "PF-010",
  title: { hi: "अस्थायी फ़ोल्डर /tmp", en: "Temporary folder /tmp" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "/tmp “noexec” के साथ जुड़ा है; कुछ पैकेजों की स्थापना वहाँ कार्यक्रम चलाती है।",
    en: "/tmp is mounted “noexec”; some packages run programs there while they are installed.",
  },
  remedy: {
    hi: "स्थापना के समय चलाएँ: mount -o remount,exec /tmp; बाद में फिर noexec करें।",
    en: "During the installation run: mount -o remount,exec /tmp; set noexec again afterwards.",
  },
  async look({ machine }) {
    const mount = await mountOf(machine, "/tmp");
    return mount?.options.includes("noexec") ? {} : undefined;
  },
};
