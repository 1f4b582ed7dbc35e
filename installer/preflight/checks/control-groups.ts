import type { Check } from "../check.ts";

export const controlGroups: Check = {
  id: "PF-061",
  title: { hi: "संसाधनों की सीमाएँ (cgroup v2)", en: "Limits of resources (cgroup v2)" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "cgroup v2 नहीं है; बैकअप वेब को धीमा न करे, यह सुनिश्चित नहीं किया जा सकता।",
    en: "There is no cgroup v2; that a backup does not slow the web cannot be guaranteed.",
  },
  remedy: {
    hi: "कर्नेल का विकल्प systemd.unified_cgroup_hierarchy=0 हटाएँ।",
    en: "Remove systemd.unified_cgroup_hierarchy=0 from the kernel's options.",
  },
  async look({ machine }) {
    const text = (await machine.text("/sys/fs/cgroup/cgroup.controllers")) ?? "";
    return ["cpu", "memory", "io"].every((one) => text.split(/\s+/).includes(one)) ? undefined : {};
  },
};
