import { sign } from "node:crypto";
import { encodeCms, encodeSignedAttributes } from "./encode-cms.ts";
import type { Signer } from "./issue-certificate.ts";

/** The detached signature over a digest, as PAdES wants it. */
export function makeCms(digest: Buffer, { certificate, issuer, privateKey }: Signer): Buffer {
  const signature = sign("sha256", encodeSignedAttributes(digest, certificate), privateKey);
  return encodeCms({ digest, certificate, issuer, signature });
}
