import { theImported } from "../imported-certificate.ts";
import type { Check } from "../check.ts";

export const certificateExpiry: Check = {
  id: "PF-034",
  title: { hi: "प्रमाणपत्र की अवधि", en: "The certificate is in force" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "प्रमाणपत्र {until} तक मान्य है: {days} दिन शेष।",
    en: "The certificate is valid until {until}: {days} days are left.",
  },
  remedy: {
    hi: "अभी नया प्रमाणपत्र बनवाएँ: secretariat certs csr",
    en: "Have a new one made now: secretariat certs csr",
  },
  async look(context) {
    const leaf = (await theImported(context))?.leaf;
    if (!leaf) {
      return undefined;
    }
    const now = context.machine.now().getTime();
    const days = Math.floor((leaf.validToDate.getTime() - now) / 86_400_000);
    const gaps = { until: leaf.validTo, days };
    if (days < 7 || leaf.validFromDate.getTime() > now) {
      return { gaps };
    }
    return days < 30 ? { gaps, severity: "warn" } : undefined;
  },
};
