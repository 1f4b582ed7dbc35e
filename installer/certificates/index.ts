/** TLS of the office: our own authority, or a certificate of another's. */
export { ensureServed, wireOf, type Wire } from "./ensure-served.ts";
export { ensureRequest, importCertificate, judgeInPlace, type Import } from "./imported.ts";
export { judgeChain, type Presented } from "./judge-chain.ts";
export { makeAuthority, makeServerCertificate } from "./make-certificate.ts";
export { ensureOwnCertificate, type TlsWish } from "./own-authority.ts";
export { certificatesIn } from "./pem.ts";
export { certificateStates, servedFingerprint, type CertificateState } from "./state.ts";
export { tlsWishOf } from "./wish-of-site.ts";
