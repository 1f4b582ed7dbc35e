import type { Check } from "../check.ts";

export const reverseResolution: Check = {
  id: "PF-024",
  title: { hi: "पते से नाम", en: "The address leads back" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "पता {address} DNS में {name} पर नहीं लौटता।",
    en: "The address {address} does not lead back to {name} in the DNS.",
  },
  remedy: {
    hi: "DNS में {address} का PTR अभिलेख बनवाएँ; मेल-सर्वर उसे जाँचते हैं।",
    en: "Have a PTR record made for {address}; mail servers look at it.",
  },
  async look({ machine, site: { name, address } }) {
    const names = await machine.namesOf(address);
    return names.includes(name) ? undefined : { gaps: { name, address } };
  },
};
