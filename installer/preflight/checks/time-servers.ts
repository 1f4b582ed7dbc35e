import type { Check } from "../check.ts";

export const timeServers: Check = {
  id: "PF-022",
  title: { hi: "समय-सर्वर बताए गए हैं", en: "Time servers are named" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "site.yml में कोई समय-सर्वर नहीं है; CERT-In का निर्देश NIC या NPL के समय से मिलान चाहता है।",
    en: "site.yml names no time server; CERT-In asks for time from NIC or NPL.",
  },
  remedy: {
    hi: "site.yml में timeServers में राज्य डाटा केन्द्र का समय-सर्वर लिखें।",
    en: "Put the time server of the data centre under timeServers in site.yml.",
  },
  async look({ site }) {
    return site.timeServers.length === 0 ? {} : undefined;
  },
};
