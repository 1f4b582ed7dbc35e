import type { Check } from "../check.ts";

export const clockSkew: Check = {
  id: "PF-021",
  title: { hi: "घड़ी का अंतर", en: "Clock skew" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "इस सर्वर की घड़ी समय-सर्वर {server} से {seconds} सेकंड अलग है; 1 सेकंड तक ठीक है।",
    en: "The clock of this server is {seconds} s off the time server {server}; 1 s is allowed.",
  },
  remedy: {
    hi: "घड़ी मिलाएँ: chronyc makestep; समय-सर्वर उत्तर न दे तो फ़ायरवॉल में UDP 123 खोलें।",
    en: "Set the clock: chronyc makestep. If the time server does not answer, open UDP 123 in the firewall.",
  },
  async look({ machine, site }) {
    for (const server of site.timeServers) {
      const ahead = await machine.clockAhead(server);
      if (ahead === undefined) {
        return { gaps: { server, seconds: "?" }, severity: "warn" };
      }
      if (Math.abs(ahead) > 1_000) {
        return { gaps: { server, seconds: (ahead / 1000).toFixed(1) } };
      }
    }
    return undefined;
  },
};
