import type { Check } from "../check.ts";

export const processorFeatures: Check = {
  id: "PF-004",
  title: { hi: "प्रोसेसर की क्षमताएँ", en: "Processor features" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "प्रोसेसर में {missing} नहीं है, जो कार्यक्रम को चाहिए।",
    en: "The processor lacks {missing}, which the program needs.",
  },
  remedy: {
    hi: "वर्चुअल मशीन में प्रोसेसर का प्रकार “host” या x86-64-v2 चुनें।",
    en: "Give the virtual machine the processor type “host” or x86-64-v2.",
  },
  async look({ machine }) {
    const about = (await machine.text("/proc/cpuinfo")) ?? "";
    const has = new Set(/^flags\s*:\s*(.*)$/m.exec(about)?.[1]?.split(" "));
    const missing = ["sse4_2", "popcnt", "aes"].filter((feature) => !has.has(feature));
    return missing.length > 0 ? { gaps: { missing: missing.join(", ") } } : undefined;
  },
};
