import { createPrivateKey, X509Certificate } from "node:crypto";
import * as pkijs from "pkijs";
import { certificateName } from "../../app/signing/certificate-parts.ts";
import {
  bareCertificate,
  finish,
  keyIdOf,
  newKeys,
  type MadeCertificate,
} from "../../app/signing/make-certificate.ts";
import { authorityExtensions, serverExtensions } from "./parts.ts";

/** Longer than any machine of this kind lives: a short authority has stopped whole clusters on its last day. */
const authorityYears = 10;
const serverDays = 90;

/** Makes the authority of this installation: whoever trusts it trusts what it signs and nothing further. */
export function makeAuthority(organisation: string, from: Date): MadeCertificate {
  const until = new Date(from);
  until.setUTCFullYear(until.getUTCFullYear() + authorityYears);
  const { publicKey, privateKey } = newKeys();
  const certificate = bareCertificate(publicKey, validity(from, until));
  certificate.subject = certificateName([
    ["organisation", organisation],
    ["commonName", `${organisation}: Digital Secretariat ${from.getUTCFullYear()}`],
  ]);
  certificate.issuer = certificate.subject;
  certificate.extensions = authorityExtensions(keyIdOf(certificate));
  return finish(certificate, privateKey, privateKey);
}

export interface ServerWish {
  /** Host names and addresses; the first is the name people type. */
  readonly names: readonly string[];
  readonly from: Date;
}

/** Makes a certificate of our own server, with a new key, signed by our authority. */
export function makeServerCertificate(
  authority: MadeCertificate,
  { names, from }: ServerWish,
): MadeCertificate {
  const issuer = parsed(authority.certificate);
  const until = new Date(from.getTime() + serverDays * 86_400_000);
  const { publicKey, privateKey } = newKeys();
  const certificate = bareCertificate(publicKey, validity(from, until));
  certificate.subject = certificateName([["commonName", names[0] ?? ""]]);
  certificate.issuer = issuer.subject;
  const [own, above] = [keyIdOf(certificate), keyIdOf(issuer)];
  certificate.extensions = serverExtensions({ names, own, authority: above });
  return finish(certificate, privateKey, createPrivateKey(authority.privateKey));
}

/** A machine whose clock is a little behind must not refuse what was made a moment ago. */
function validity(from: Date, until: Date) {
  return { validFrom: new Date(from.getTime() - 300_000), validUntil: until };
}

function parsed(certificate: string): pkijs.Certificate {
  return pkijs.Certificate.fromBER(new Uint8Array(new X509Certificate(certificate).raw));
}
