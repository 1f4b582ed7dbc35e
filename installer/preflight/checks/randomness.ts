import type { Check } from "../check.ts";

export const randomness: Check = {
  id: "PF-019",
  title: { hi: "यादृच्छिकता", en: "Randomness" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "कर्नेल में यादृच्छिकता अपर्याप्त है ({found} बिट); कुंजियाँ अनुमान योग्य होंगी।",
    en: "The kernel has too little randomness ({found} bits); keys could be guessed.",
  },
  remedy: {
    hi: "वर्चुअल मशीन को virtio-rng उपकरण दें और फिर प्रारंभ करें।",
    en: "Give the virtual machine a virtio-rng device and start it again.",
  },
  async look({ machine }) {
    const text = await machine.text("/proc/sys/kernel/random/entropy_avail");
    const found = Number(text?.trim() ?? 0);
    return found >= 128 ? undefined : { gaps: { found } };
  },
};
