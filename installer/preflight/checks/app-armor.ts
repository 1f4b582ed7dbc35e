import type { Check } from "../check.ts";

export const appArmor: Check = {
  id: "PF-046",
  title: { hi: "AppArmor चालू है", en: "AppArmor is on" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "AppArmor चालू नहीं है; सेवाओं की एक सुरक्षा-परत नहीं रहेगी।",
    en: "AppArmor is off; the services lose one layer of protection.",
  },
  remedy: {
    hi: "कर्नेल के विकल्प में apparmor=1 security=apparmor रखें और सर्वर फिर प्रारंभ करें।",
    en: "Start the kernel with apparmor=1 security=apparmor.",
  },
  async look({ machine }) {
    const text = await machine.text("/sys/module/apparmor/parameters/enabled");
    return text?.trim() === "Y" ? undefined : {};
  },
};
