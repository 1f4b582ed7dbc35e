import type { X509Certificate } from "node:crypto";

/** Who a certificate names. */
export interface SignedBy {
  readonly commonName: string;
  readonly designation: string;
  readonly organisation: string;
  /** The employee code. */
  readonly serial: string;
  readonly certificateSerial: string;
}

export function signedBy(certificate: X509Certificate): SignedBy {
  return {
    commonName: commonNameOf(certificate),
    designation: part(certificate, "title"),
    organisation: part(certificate, "O"),
    serial: part(certificate, "serialNumber"),
    certificateSerial: certificate.serialNumber,
  };
}

export function commonNameOf(certificate: X509Certificate): string {
  return part(certificate, "CN");
}

function part(certificate: X509Certificate, name: string): string {
  const subject = certificate.toLegacyObject().subject as unknown as Record<string, unknown>;
  const value = subject[name];
  return typeof value === "string" ? value : "";
}
