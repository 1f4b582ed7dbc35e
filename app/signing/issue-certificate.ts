import { createPrivateKey, X509Certificate, type KeyObject } from "node:crypto";
import * as pkijs from "pkijs";
import type { Authority } from "./authority.ts";
import { makeOfficerCertificate, type Issuer } from "./make-certificate.ts";
import { openKey, sealKey } from "./seal-key.ts";

export interface CertificateSubject {
  readonly commonName: string;
  readonly designation: string;
  readonly organisation: string;
  /** The employee code: it tells two officers of one name apart. */
  readonly serial: string;
  readonly email: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
}

export interface IssuedCertificate {
  /** PEM */
  readonly certificate: string;
  /** The number of the certificate in hexadecimal, as revocation lists write it. */
  readonly serialNumber: string;
  /** The private key, encrypted under the authority's sealing key. Safe to store. */
  readonly sealedKey: Buffer;
}

/** One who can sign: a certificate, its key in memory, and the authority that issued it. */
export interface Signer {
  readonly certificate: X509Certificate;
  readonly issuer: X509Certificate;
  readonly privateKey: KeyObject;
}

/** Issues a certificate to an officer, with a new key that is at once encrypted. */
export function issueCertificate(
  authority: Authority,
  subject: CertificateSubject,
): IssuedCertificate {
  const made = makeOfficerCertificate(issuerOf(authority), {
    name: [
      ["commonName", subject.commonName],
      ["designation", subject.designation],
      ["organisation", subject.organisation],
      ["serialNumber", subject.serial],
    ],
    email: subject.email,
    validFrom: subject.validFrom,
    validUntil: subject.validUntil,
  });
  const { serialNumber } = new X509Certificate(made.certificate);
  const sealedKey = sealKey(authority.sealingKey, made.privateKey, serialNumber);
  return { certificate: made.certificate, serialNumber, sealedKey };
}

/** Opens the officer's key for signing. Keep the result no longer than the request. */
export function openSigner(
  authority: Authority,
  issued: Pick<IssuedCertificate, "certificate" | "sealedKey">,
): Signer {
  const certificate = new X509Certificate(issued.certificate);
  const pem = openKey(authority.sealingKey, issued.sealedKey, certificate.serialNumber);
  const privateKey = createPrivateKey(pem);
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new Error("The private key does not belong to the certificate");
  }
  return { certificate, issuer: new X509Certificate(authority.certificate), privateKey };
}

function issuerOf({ certificate, privateKey }: Authority): Issuer {
  const der = new Uint8Array(new X509Certificate(certificate).raw);
  return { certificate: pkijs.Certificate.fromBER(der), privateKey };
}
