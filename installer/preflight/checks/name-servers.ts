import { nameServersOf } from "../../firewall/name-servers.ts";
import { namesAskedFor } from "../../steps/destinations.ts";
import type { Check } from "../check.ts";

export const nameServers: Check = {
  id: "PF-071",
  title: { hi: "फ़ायरवॉल नाम-सर्वर जानता है", en: "The firewall knows the name servers" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "/etc/resolv.conf केवल इसी मशीन का नाम लेता है; फ़ायरवॉल उसके प्रश्न बाहर नहीं जाने देगा, और {names} का पता नहीं मिलेगा।",
    en: "/etc/resolv.conf names this machine alone; the firewall lets none of its questions out, and {names} will not be found.",
  },
  remedy: {
    hi: "site.yml में nameServers में उन नाम-सर्वरों के पते लिखें जिनसे यह मशीन पूछती है, जैसे nameServers: [10.10.0.2]",
    en: "Put the addresses of the name servers this machine asks under nameServers in site.yml, such as nameServers: [10.10.0.2]",
  },
  async look({ machine, site }) {
    const names = namesAskedFor(site);
    const servers = await nameServersOf(site, (path) => machine.text(path));
    return names.length > 0 && servers.length === 0
      ? { gaps: { names: names.join(", ") } }
      : undefined;
  },
};
