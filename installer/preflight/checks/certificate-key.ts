import { theImported } from "../imported-certificate.ts";
import type { Check } from "../check.ts";

export const certificateKey: Check = {
  id: "PF-032",
  title: { hi: "प्रमाणपत्र और कुंजी का मेल", en: "Certificate and key belong together" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "server.key, server.crt की कुंजी नहीं है।",
    en: "server.key is not the key of server.crt.",
  },
  remedy: {
    hi: "वही कुंजी रखें जिससे CSR बना था: secretariat certs csr",
    en: "Keep the key the request was made with: secretariat certs csr",
  },
  async look(context) {
    const found = await theImported(context);
    return found && !found.leaf.checkPrivateKey(found.key) ? {} : undefined;
  },
};
