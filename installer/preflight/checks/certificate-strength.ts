import type { KeyObject } from "node:crypto";
import { theImported } from "../imported-certificate.ts";
import type { Check } from "../check.ts";

export const certificateStrength: Check = {
  id: "PF-035",
  title: { hi: "कुंजी की मज़बूती", en: "Strength of the key" },
  severity: "fail",
  when: "always",
  cause: {
    hi: "प्रमाणपत्र की कुंजी {found} है; RSA 2048 या EC P-256 से कम स्वीकार नहीं।",
    en: "The key of the certificate is {found}; nothing below RSA 2048 or EC P-256 will do.",
  },
  remedy: {
    hi: "नई कुंजी और CSR बनाएँ: secretariat certs csr",
    en: "Make a new key and request: secretariat certs csr",
  },
  async look(context) {
    const key = (await theImported(context))?.leaf.publicKey;
    return key === undefined || isStrong(key)
      ? undefined
      : { gaps: { found: `${key.asymmetricKeyType} ${sizeOf(key)}` } };
  },
};

function isStrong(key: KeyObject): boolean {
  const size = sizeOf(key);
  return typeof size === "number"
    ? size >= 2048
    : key.asymmetricKeyType === "ed25519" ||
        ["prime256v1", "secp384r1", "secp521r1"].includes(size);
}

function sizeOf(key: KeyObject): number | string {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  return modulusLength ?? namedCurve ?? "";
}
