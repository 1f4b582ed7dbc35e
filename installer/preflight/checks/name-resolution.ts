import type { Check } from "../check.ts";

export const nameResolution: Check = {
  id: "PF-023",
  title: { hi: "नाम से पता", en: "The name leads here" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "{name} का पता {found} है; site.yml में {address} है।",
    en: "{name} resolves to {found}; site.yml says {address}.",
  },
  remedy: {
    hi: "VPN के DNS में {name} को {address} पर रखवाएँ।",
    en: "Have {name} point to {address} in the DNS of the VPN.",
  },
  async look({ machine, site: { name, address } }) {
    const found = await machine.lookUp(name);
    return found.includes(address)
      ? undefined
      : { gaps: { name, address, found: found.join(", ") || "–" } };
  },
};
