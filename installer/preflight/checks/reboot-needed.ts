import type { Check } from "../check.ts";

export const rebootNeeded: Check = {
  id: "PF-065",
  title: { hi: "पुनः प्रारंभ लंबित नहीं", en: "No restart is pending" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "सिस्टम के अद्यतन के बाद सर्वर का पुनः प्रारंभ शेष है।",
    en: "The server has not been started again since its system was updated.",
  },
  remedy: {
    hi: "कार्यालय समय के बाद सर्वर को पुनः प्रारंभ करें: systemctl reboot",
    en: "Start the server again after office hours: systemctl reboot",
  },
  async look({ machine }) {
    return (await machine.entry("/run/reboot-required")) ? {} : undefined;
  },
};
