import { createPrivateKey, type X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { filled, words, type Words } from "../words.ts";
import { certificatesIn } from "./pem.ts";

export interface Presented {
  /** The server's certificate first, then each that signed the one before it. */
  readonly chain: string;
  readonly key: string;
  /** What people type in the browser. */
  readonly name: string;
  readonly now: Date;
}

/** Everything by which browsers or we would refuse this certificate; none when it can be used. */
export function judgeChain(presented: Presented): readonly Words[] {
  const chain = readChain(presented.chain);
  const [server] = chain;
  if (!server) {
    return [unreadable];
  }
  return [
    ...judgeKey(server, presented.key),
    ...judgeName(server, presented.name),
    ...chain.flatMap((one) => judgeDates(one, presented.now)),
    ...judgeOrder(chain),
    ...judgeStrength(server),
    ...judgePurpose(server),
  ];
}

function readChain(pem: string): readonly X509Certificate[] {
  try {
    return certificatesIn(pem);
  } catch {
    return [];
  }
}

function judgeKey(server: X509Certificate, pem: string): readonly Words[] {
  try {
    return server.checkPrivateKey(createPrivateKey(pem)) ? [] : [otherKey];
  } catch {
    return [noKey];
  }
}

function judgeName(server: X509Certificate, name: string): readonly Words[] {
  const found =
    isIP(name) === 0 ? server.checkHost(name, { subject: "never" }) : server.checkIP(name);
  const gaps = { name, names: server.subjectAltName ?? "-" };
  return found === undefined ? [filled(otherName, gaps)] : [];
}

function judgeDates(one: X509Certificate, now: Date): readonly Words[] {
  const gaps = { subject: nameIn(one), from: one.validFrom, until: one.validTo };
  if (one.validFromDate > now) {
    return [filled(notYet, gaps)];
  }
  return one.validToDate < now ? [filled(over, gaps)] : [];
}

/** Each must be signed by the next; a missing one in the middle is what phones and old browsers trip over. */
function judgeOrder(chain: readonly X509Certificate[]): readonly Words[] {
  const broken = chain.slice(0, -1).find((one, at) => {
    const next = chain[at + 1];
    return !next || !one.checkIssued(next) || !one.verify(next.publicKey);
  });
  if (broken) {
    return [filled(wrongOrder, { subject: nameIn(broken) })];
  }
  const [only] = chain;
  return chain.length === 1 && only && !only.checkIssued(only) ? [missingIssuer] : [];
}

function judgeStrength({ publicKey }: X509Certificate): readonly Words[] {
  const { modulusLength } = publicKey.asymmetricKeyDetails ?? {};
  return modulusLength !== undefined && modulusLength < 2048 ? [weak] : [];
}

/** serverAuth, or anything at all. */
const serving = ["1.3.6.1.5.5.7.3.1", "2.5.29.37.0"];

/** One that says what it is for must be for servers; one of a person opens in no browser. */
function judgePurpose({ keyUsage }: X509Certificate): readonly Words[] {
  const purposes: readonly string[] | undefined = keyUsage;
  const isServing = purposes === undefined || purposes.some((one) => serving.includes(one));
  return isServing ? [] : [otherPurpose];
}

export function nameIn({ subject }: X509Certificate): string {
  return /CN=(.*)/.exec(subject)?.[1] ?? subject.replaceAll("\n", ", ");
}

const unreadable = words({
  hi: "फ़ाइल में कोई पठनीय PEM प्रमाणपत्र नहीं है।",
  en: "The file holds no PEM certificate that can be read.",
});
const noKey = words({
  hi: "कुंजी पढ़ी नहीं जा सकी: बिना पासवर्ड की PEM कुंजी दें।",
  en: "The key cannot be read: give a PEM key without a password.",
});
const otherKey = words({
  hi: "कुंजी इस प्रमाणपत्र की नहीं है।",
  en: "The key is not that of this certificate.",
});
const otherName = words({
  hi: "प्रमाणपत्र {name} के लिए नहीं है; उसमें ये नाम हैं: {names}",
  en: "The certificate is not for {name}; it names: {names}",
});
const notYet = words({
  hi: "{subject} अभी मान्य नहीं है; {from} से मान्य होगा।",
  en: "{subject} is not valid yet; it is valid from {from}.",
});
const over = words({
  hi: "{subject} की अवधि {until} को समाप्त हो चुकी है।",
  en: "{subject} ran out on {until}.",
});
const wrongOrder = words({
  hi: "{subject} के बाद उसका जारीकर्ता नहीं है: सर्वर का प्रमाणपत्र पहले, फिर क्रम से जारीकर्ता रखें।",
  en: "{subject} is not followed by its issuer: put the server's certificate first, then each issuer.",
});
const missingIssuer = words({
  hi: "बीच का प्रमाणपत्र नहीं है: जारीकर्ता की पूरी शृंखला उसी फ़ाइल में रखें।",
  en: "The certificate in between is missing: put the issuer's whole chain into the same file.",
});
const otherPurpose = words({
  hi: "प्रमाणपत्र सर्वर के लिए नहीं है (extendedKeyUsage में serverAuth नहीं)।",
  en: "The certificate is not for a server (its extendedKeyUsage names no serverAuth).",
});
const weak = words({
  hi: "RSA कुंजी 2048 बिट से छोटी है।",
  en: "The RSA key is shorter than 2048 bits.",
});
