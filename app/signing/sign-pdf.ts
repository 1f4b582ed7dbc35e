import { createHash } from "node:crypto";
import { appendSignature, signatureRoom } from "./append-signature.ts";
import { commonNameOf } from "./certificate-subject.ts";
import type { Signer } from "./issue-certificate.ts";
import { makeCms } from "./make-cms.ts";

export interface SignPdf {
  /** A PDF of our own drawing, signed before or not. */
  readonly pdf: Buffer;
  readonly signer: Signer;
  readonly reason: string;
  readonly location: string;
  readonly at: Date;
}

/** Signs the PDF (PAdES B-B) by appending to it. */
export function signPdf({ pdf, signer, reason, location, at }: SignPdf): Buffer {
  const name = commonNameOf(signer.certificate);
  const prepared = appendSignature(pdf, { name, reason, location, at });
  const { gapFrom, gapTo } = prepared;
  const digest = createHash("sha256")
    .update(prepared.pdf.subarray(0, gapFrom))
    .update(prepared.pdf.subarray(gapTo))
    .digest();
  const signature = makeCms(digest, signer);
  if (signature.length > signatureRoom) {
    throw new Error("The signature does not fit the room kept for it");
  }
  prepared.pdf.write(signature.toString("hex"), gapFrom + 1, "latin1");
  return prepared.pdf;
}
