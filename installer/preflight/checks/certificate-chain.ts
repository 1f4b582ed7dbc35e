import { theImported } from "../imported-certificate.ts";
import type { Check } from "../check.ts";

export const certificateChain: Check = {
  id: "PF-036",
  title: { hi: "प्रमाणपत्र की शृंखला", en: "Chain of the certificate" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "server.crt में {issuer} का प्रमाणपत्र नहीं है; ब्राउज़र शृंखला को नहीं मानेंगे।",
    en: "server.crt lacks the certificate of {issuer}; browsers will not follow the chain.",
  },
  remedy: {
    hi: "server.crt में पहले अपना, फिर मध्यवर्ती प्रमाणपत्र क्रम से रखें।",
    en: "Put first your own and then the intermediate certificates, in order, into server.crt.",
  },
  async look(context) {
    const found = await theImported(context);
    if (!found) {
      return undefined;
    }
    const broken = found.chain.find((one, index) => {
      const above = found.chain[index + 1] ?? found.authority;
      return (
        !one.checkIssued(one) && !(above && one.checkIssued(above) && one.verify(above.publicKey))
      );
    });
    return broken ? { gaps: { issuer: broken.issuer.replaceAll("\n", ", ") } } : undefined;
  },
};
