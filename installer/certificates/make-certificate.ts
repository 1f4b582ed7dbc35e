import { createPrivateKey, sign, X509Certificate, type KeyObject } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { certificateName } from "../../app/signing/certificate-parts.ts";
import { keyIdOf, newKeys, newSerial, timeOf } from "../../app/signing/make-certificate.ts";
import { authorityExtensions, serverExtensions } from "./parts.ts";
import { asPem } from "./pem.ts";

export interface KeyAndCertificate {
  /** PEM */
  readonly certificate: string;
  /** PKCS#8 PEM */
  readonly privateKey: string;
}

/** Longer than any machine of this kind lives: a short authority has stopped whole clusters on its last day. */
export const authorityYears = 10;
export const serverDays = 90;

/** Makes the authority of this installation: whoever trusts it trusts what it signs and nothing further. */
export function makeAuthority(organisation: string, from: Date): KeyAndCertificate {
  const until = new Date(from);
  until.setUTCFullYear(until.getUTCFullYear() + authorityYears);
  const { publicKey, privateKey } = newKeys();
  const certificate = bareCertificate(publicKey, { from, until });
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
  authority: KeyAndCertificate,
  { names, from }: ServerWish,
): KeyAndCertificate {
  const issuer = parsed(authority.certificate);
  const until = new Date(from.getTime() + serverDays * 86_400_000);
  const { publicKey, privateKey } = newKeys();
  const certificate = bareCertificate(publicKey, { from, until });
  certificate.subject = certificateName([["commonName", names[0] ?? ""]]);
  certificate.issuer = issuer.subject;
  const [own, above] = [keyIdOf(certificate), keyIdOf(issuer)];
  certificate.extensions = serverExtensions({ names, own, authority: above });
  return finish(certificate, privateKey, createPrivateKey(authority.privateKey));
}

const ecdsaWithSha256 = "1.2.840.10045.4.3.2";

function bareCertificate(
  publicKey: KeyObject,
  { from, until }: { readonly from: Date; readonly until: Date },
): pkijs.Certificate {
  const certificate = new pkijs.Certificate({ version: 2 });
  const spki = publicKey.export({ type: "spki", format: "der" });
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array(newSerial()).buffer });
  // A machine whose clock is a little behind must not refuse what was made a moment ago.
  certificate.notBefore = timeOf(new Date(from.getTime() - 300_000));
  certificate.notAfter = timeOf(until);
  certificate.subjectPublicKeyInfo = pkijs.PublicKeyInfo.fromBER(new Uint8Array(spki));
  return certificate;
}

function finish(
  certificate: pkijs.Certificate,
  own: KeyObject,
  issuer: KeyObject,
): KeyAndCertificate {
  const algorithm = new pkijs.AlgorithmIdentifier({ algorithmId: ecdsaWithSha256 });
  certificate.signature = algorithm;
  certificate.signatureAlgorithm = algorithm;
  const said = Buffer.from(certificate.encodeTBS().toBER(false));
  const signature = new Uint8Array(sign("sha256", said, issuer));
  certificate.signatureValue = new asn1js.BitString({ valueHex: signature.buffer });
  return {
    certificate: asPem("CERTIFICATE", Buffer.from(certificate.toSchema(true).toBER(false))),
    privateKey: own.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function parsed(certificate: string): pkijs.Certificate {
  return pkijs.Certificate.fromBER(new Uint8Array(new X509Certificate(certificate).raw));
}
