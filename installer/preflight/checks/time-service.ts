import type { Check } from "../check.ts";

export const timeService: Check = {
  id: "PF-020",
  title: { hi: "समय-सेवा", en: "Time service" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "इस सर्वर की घड़ी किसी समय-सर्वर से मिलाई नहीं जा रही है।",
    en: "The clock of this server is not kept in step with any time server.",
  },
  remedy: {
    hi: "site.yml में timeServers लिखें; स्थापना chrony को उनसे जोड़ देगी। अभी के लिए: timedatectl set-ntp true",
    en: "Name timeServers in site.yml; the installation sets chrony to them. For now: timedatectl set-ntp true",
  },
  async look({ machine }) {
    const { output } = await machine.ask(["timedatectl", "show", "--property=NTPSynchronized"]);
    return output.includes("=yes") ? undefined : {};
  },
};
