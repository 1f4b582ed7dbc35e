import ipaddr from "ipaddr.js";
import type { Check } from "../check.ts";

export const addressInRanges: Check = {
  id: "PF-026",
  title: { hi: "पता VPN की सीमा में है", en: "The address lies in the VPN" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "पता {address} किसी vpnRanges में नहीं आता।",
    en: "The address {address} lies in none of the vpnRanges.",
  },
  remedy: {
    hi: "site.yml में address और vpnRanges मिलाएँ; नेटवर्क के व्यवस्थापक से पूछें।",
    en: "Compare address and vpnRanges in site.yml; ask whoever looks after the network.",
  },
  async look({ site: { address, vpnRanges } }) {
    const own = ipaddr.process(address);
    const isInside = vpnRanges.some((range) => {
      const [net, bits] = ipaddr.parseCIDR(range);
      return net.kind() === own.kind() && own.match(net, bits);
    });
    return isInside ? undefined : { gaps: { address } };
  },
};
