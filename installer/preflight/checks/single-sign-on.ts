import type { Check } from "../check.ts";

export const singleSignOn: Check = {
  id: "PF-030",
  title: { hi: "एकल साइन-इन (OIDC)", en: "Single sign-on (OIDC)" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "{issuer} की खोज-जानकारी नहीं मिली, या वह अपना नाम {found} बताता है।",
    en: "{issuer} does not tell about itself, or calls itself {found}.",
  },
  remedy: {
    hi: "site.yml में issuer ठीक वैसा लिखें जैसा प्रदाता बताता है, और फ़ायरवॉल से पता खुलवाएँ।",
    en: "Write the issuer in site.yml exactly as the provider calls itself, and have the firewall opened.",
  },
  async look({ machine, site: { singleSignOn } }) {
    for (const { issuer } of singleSignOn) {
      const told = await machine.json(
        `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
      );
      const found =
        typeof told === "object" && told !== null && "issuer" in told ? told.issuer : "–";
      if (found !== issuer) {
        return { gaps: { issuer, found: String(found) } };
      }
    }
    return undefined;
  },
};
