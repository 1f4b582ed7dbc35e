import ipaddr from "ipaddr.js";
import type { Check } from "../check.ts";

export const adminRanges: Check = {
  id: "PF-028",
  title: { hi: "व्यवस्थापकों की सीमा संकीर्ण है", en: "The administrators' range is narrow" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "adminRanges में {range} बहुत चौड़ी है; ssh सबके लिए खुलता है।",
    en: "{range} under adminRanges is wide; it opens ssh to many.",
  },
  remedy: {
    hi: "adminRanges में केवल व्यवस्थापकों के कंप्यूटर लिखें, जैसे 10.10.1.0/28।",
    en: "Write only the administrators' computers under adminRanges, such as 10.10.1.0/28.",
  },
  async look({ site: { adminRanges } }) {
    const range = adminRanges.find((one) => {
      const [net, bits] = ipaddr.parseCIDR(one);
      return bits < (net.kind() === "ipv4" ? 24 : 64);
    });
    return range === undefined ? undefined : { gaps: { range } };
  },
};
