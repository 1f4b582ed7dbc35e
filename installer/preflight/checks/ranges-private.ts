import ipaddr from "ipaddr.js";
import type { Check } from "../check.ts";

export const rangesPrivate: Check = {
  id: "PF-027",
  title: { hi: "अनुमत पता-सीमाएँ निजी हैं", en: "The ranges let in are private" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "सीमा {range} सार्वजनिक इंटरनेट के पते खोलती है।",
    en: "The range {range} lets in addresses of the public internet.",
  },
  remedy: {
    hi: "site.yml में केवल VPN की सीमाएँ रखें, जैसे 10.x.x.x।",
    en: "Keep only ranges of the VPN in site.yml, such as 10.x.x.x.",
  },
  async look({ site: { vpnRanges, adminRanges, helpdeskRanges } }) {
    const range = [...vpnRanges, ...adminRanges, ...helpdeskRanges].find((one) => !isPrivate(one));
    return range === undefined ? undefined : { gaps: { range } };
  },
};

const ownNetworks = ["private", "carrierGradeNat", "uniqueLocal", "loopback", "linkLocal"];

function isPrivate(range: string): boolean {
  return ownNetworks.includes(ipaddr.parseCIDR(range)[0].range());
}
