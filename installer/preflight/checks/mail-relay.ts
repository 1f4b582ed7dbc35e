import type { Check } from "../check.ts";

export const mailRelay: Check = {
  id: "PF-041",
  title: { hi: "मेल-रिले", en: "Mail relay" },
  severity: "warn",
  when: "always",
  cause: {
    hi: "मेल-रिले {relay} ने “220” से अभिवादन नहीं किया ({found})।",
    en: "The mail relay {relay} did not greet with “220” ({found}).",
  },
  remedy: {
    hi: "पता और पोर्ट जाँचें; रिले में इस सर्वर का पता अनुमत करवाएँ।",
    en: "Check host and port; have the relay accept this server's address.",
  },
  async look({ machine, site: { mail } }) {
    if (!mail) {
      return undefined;
    }
    const [host = "", port = "25"] = mail.relay.split(":");
    const found = await machine.greeting(host, Number(port));
    return found?.startsWith("220")
      ? undefined
      : { gaps: { relay: mail.relay, found: found ?? "–" } };
  },
};
