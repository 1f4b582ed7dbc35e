import type { Check } from "../check.ts";

export const secondHost: Check = {
  id: "PF-039",
  title: { hi: "बैकअप का दूसरा सर्वर", en: "The second host of backups" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "{url} ने अपेक्षित प्रमाणपत्र नहीं दिखाया (दिखा: {found})।",
    en: "{url} did not show the expected certificate (it showed: {found}).",
  },
  remedy: {
    hi: "site.yml में backups.second का पता और उसके प्रमाणपत्र का SHA-256 फ़िंगरप्रिंट मिलाएँ; फ़ायरवॉल जाँचें।",
    en: "Compare the address and the SHA-256 fingerprint of backups.second in site.yml; check the firewall.",
  },
  async look({ machine, site: { backups } }) {
    if (!backups.second) {
      return undefined;
    }
    const { url, fingerprint } = backups.second;
    const { hostname, port } = new URL(url);
    const shown = await machine.certificateOf(hostname, Number(port || 443));
    const wanted = fingerprint.replaceAll(":", "").toLowerCase();
    return shown === wanted ? undefined : { gaps: { url, found: shown ?? "–" } };
  },
};
