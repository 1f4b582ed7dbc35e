import { readImported } from "../imported-certificate.ts";
import type { Check } from "../check.ts";

export const certificateFiles: Check = {
  id: "PF-031",
  title: { hi: "लाया गया प्रमाणपत्र", en: "The imported certificate" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "/etc/secretariat/tls में server.crt और server.key नहीं हैं या पढ़े नहीं जा सके।",
    en: "server.crt and server.key are not in /etc/secretariat/tls, or cannot be read.",
  },
  remedy: {
    hi: "प्रमाणपत्र लाएँ: secretariat certs import, या tls: { mode: own-authority } चुनें।",
    en: "Bring them in: secretariat certs import, or choose tls: { mode: own-authority }.",
  },
  async look(context) {
    return (await readImported(context)) === "missing" ? {} : undefined;
  },
};
