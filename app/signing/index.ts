import type { Module } from "../base/index.ts";
import { routes } from "./routes.tsx";

export { createAuthority, type Authority } from "./authority.ts";
export type { SignedBy } from "./certificate-subject.ts";
export {
  issueCertificate,
  openSigner,
  type CertificateSubject,
  type IssuedCertificate,
  type Signer,
} from "./issue-certificate.ts";
export { signPdf, type SignPdf } from "./sign-pdf.ts";
export {
  signatureStatuses,
  verifyPdfSignatures,
  type SignatureReport,
  type SignatureStatus,
  type VerifyOptions,
} from "./verify-pdf-signatures.ts";
export { signatureStatusWords } from "./status-words.ts";
export { revokeCertificate } from "./revoke-certificate.ts";
export { signingCertificateOf, type SigningCertificate } from "./signing-certificate.ts";
export { verifySigned } from "./verify-signed.ts";

export const signing: Module = { name: "signing", routes, sections: [] };
