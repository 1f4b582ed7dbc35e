import { theImported } from "../imported-certificate.ts";
import type { Check } from "../check.ts";

export const certificateName: Check = {
  id: "PF-033",
  title: { hi: "प्रमाणपत्र में नाम", en: "The certificate names us" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "प्रमाणपत्र {name} के लिए नहीं है (उसमें: {found})।",
    en: "The certificate is not for {name} (it has: {found}).",
  },
  remedy: {
    hi: "{name} को subjectAltName में रखकर नया प्रमाणपत्र बनवाएँ: secretariat certs csr",
    en: "Have a new one made with {name} as subjectAltName: secretariat certs csr",
  },
  async look(context) {
    const { name } = context.site;
    const leaf = (await theImported(context))?.leaf;
    return leaf && leaf.checkHost(name, { subject: "never" }) === undefined
      ? { gaps: { name, found: leaf.subjectAltName ?? "–" } }
      : undefined;
  },
};
