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
