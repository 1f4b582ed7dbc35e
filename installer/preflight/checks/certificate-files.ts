import { places } from "../../places.ts";
import { words } from "../../words.ts";
import type { Check, Context } from "../check.ts";
import { readImported } from "../imported-certificate.ts";

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
    if ((await readImported(context)) !== "missing") {
      return undefined;
    }
    return (await isYetToCome(context)) ? { severity: "warn", remedy: installFirst } : {};
  },
};

/** A bare host has no command to ask for a certificate with: the installation does, and its own stands in until then. */
async function isYetToCome({ machine, installed }: Context): Promise<boolean> {
  const files = ["server.crt", "server.key"].map((name) => machine.text(`${places.tls}/${name}`));
  return installed === undefined && (await Promise.all(files)).every((text) => text === undefined);
}

const installFirst = words({
  hi: "स्थापना करें: तब तक अपना प्रमाणपत्र लगेगा। फिर secretariat certs csr का अनुरोध प्राधिकारी से हस्ताक्षरित कराएँ और चलाएँ: secretariat certs import",
  en: "Install: until then our own certificate stands in. Then have the request of secretariat certs csr signed by the authority and run: secretariat certs import",
});
