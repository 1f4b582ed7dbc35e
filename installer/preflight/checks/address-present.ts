import type { Check } from "../check.ts";

export const addressPresent: Check = {
  id: "PF-025",
  title: { hi: "VPN का पता इस सर्वर पर है", en: "The VPN address is on this server" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "पता {address} इस सर्वर के किसी इंटरफ़ेस पर नहीं है (यहाँ: {found})।",
    en: "No interface of this server has the address {address} (here: {found}).",
  },
  remedy: {
    hi: "VPN का इंटरफ़ेस चालू करें, या site.yml में address ठीक करें।",
    en: "Bring up the interface of the VPN, or correct address in site.yml.",
  },
  async look({ machine, site: { address } }) {
    const found = machine.addresses();
    return found.includes(address) ? undefined : { gaps: { address, found: found.join(", ") } };
  },
};
