import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { cmsNames } from "./cms-names.ts";
import {
  certificateName,
  keyIdentifier,
  officerExtensions,
  rootExtensions,
  type NamePart,
} from "./certificate-parts.ts";

export interface MadeCertificate {
  /** PEM */
  readonly certificate: string;
  /** PKCS#8 PEM */
  readonly privateKey: string;
}

export interface Issuer {
  readonly certificate: pkijs.Certificate;
  readonly privateKey: KeyObject;
}

export interface CertificateWish {
  readonly name: readonly NamePart[];
  readonly email: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
}

const rootYears = 25;

/** Makes a self-signed root with a new key. */
export function makeRootCertificate(commonName: string, from: Date): MadeCertificate {
  const until = new Date(from);
  until.setUTCFullYear(until.getUTCFullYear() + rootYears);
  const { publicKey, privateKey } = newKeys();
  const certificate = bareCertificate(publicKey, { validFrom: from, validUntil: until });
  certificate.subject = certificateName([["commonName", commonName]]);
  certificate.issuer = certificate.subject;
  certificate.extensions = rootExtensions(keyIdOf(certificate));
  return finish(certificate, privateKey, privateKey);
}

/** Makes a certificate for one person, with a new key, signed by the issuer. */
export function makeOfficerCertificate(issuer: Issuer, wish: CertificateWish): MadeCertificate {
  const { publicKey, privateKey } = newKeys();
  const certificate = bareCertificate(publicKey, wish);
  certificate.subject = certificateName(wish.name);
  certificate.issuer = issuer.certificate.subject;
  certificate.extensions = officerExtensions({
    email: wish.email,
    own: keyIdOf(certificate),
    issuer: keyIdentifier(issuer.certificate),
  });
  return finish(certificate, privateKey, issuer.privateKey);
}

export function newKeys() {
  return generateKeyPairSync("ec", { namedCurve: "P-256" });
}

/** Everything of a certificate but whose it is and who signs it. */
export function bareCertificate(
  publicKey: KeyObject,
  { validFrom, validUntil }: Pick<CertificateWish, "validFrom" | "validUntil">,
): pkijs.Certificate {
  const certificate = new pkijs.Certificate({ version: 2 });
  const spki = publicKey.export({ type: "spki", format: "der" });
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array(newSerial()).buffer });
  certificate.notBefore = timeOf(validFrom);
  certificate.notAfter = timeOf(validUntil);
  certificate.subjectPublicKeyInfo = pkijs.PublicKeyInfo.fromBER(new Uint8Array(spki));
  return certificate;
}

/** Signs what the certificate says, with the issuer's key. */
export function finish(
  certificate: pkijs.Certificate,
  own: KeyObject,
  issuer: KeyObject,
): MadeCertificate {
  const algorithm = new pkijs.AlgorithmIdentifier({ algorithmId: cmsNames.ecdsaWithSha256 });
  certificate.signature = algorithm;
  certificate.signatureAlgorithm = algorithm;
  const said = Buffer.from(certificate.encodeTBS().toBER(false));
  const signature = new Uint8Array(sign("sha256", said, issuer));
  certificate.signatureValue = new asn1js.BitString({ valueHex: signature.buffer });
  return {
    certificate: pem(certificate),
    privateKey: own.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

/** Positive, and never with a leading zero that an encoding would drop. */
export function newSerial(): Buffer {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}

/** Years from 2050 on do not fit the short form, and the long form takes whole seconds only. */
export function timeOf(moment: Date): pkijs.Time {
  const value = new Date(Math.floor(moment.getTime() / 1000) * 1000);
  return new pkijs.Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });
}

export function keyIdOf(certificate: pkijs.Certificate): Buffer {
  const point = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  return createHash("sha1").update(point).digest();
}

function pem(certificate: pkijs.Certificate): string {
  const der = Buffer.from(certificate.toSchema(true).toBER(false));
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
