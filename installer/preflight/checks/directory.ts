import { places } from "../../places.ts";
import type { Check } from "../check.ts";

export const directory: Check = {
  id: "PF-029",
  title: { hi: "निर्देशिका (LDAP)", en: "Directory (LDAP)" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "निर्देशिका {url} तक भरोसेमंद TLS से नहीं पहुँच सके ({found})।",
    en: "The directory {url} could not be reached over TLS that we trust ({found}).",
  },
  remedy: {
    hi: "पता, फ़ायरवॉल और प्रमाणपत्र जाँचें; राज्य की प्रमाणन-संस्था की फ़ाइल /etc/secretariat/tls/directory-authority.crt में रखें।",
    en: "Check address, firewall and certificate; put the state's authority into /etc/secretariat/tls/directory-authority.crt.",
  },
  async look({ machine, site: { directory } }) {
    if (!directory) {
      return undefined;
    }
    const { hostname, port } = new URL(directory.url);
    const authority = `${places.tls}/directory-authority.crt`;
    const answer = await machine.trust(hostname, Number(port || 636), authority);
    return answer === "trusted" ? undefined : { gaps: { url: directory.url, found: answer } };
  },
};
