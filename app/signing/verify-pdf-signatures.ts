// INVARIANTS
// 1. `valid` is said only of a file in which every byte, but the signature itself, was signed, or
//    to which nothing was added since but further signatures written exactly as we write them.
// 2. Every place that claims to be a signature is reported. What cannot be understood is `malformed`.
// 3. Only the roots given are trusted, and only certificates they issued themselves.
// 4. Only signatures in the form in which we write them are read: one form, nothing to confuse.
import { createHash, X509Certificate } from "node:crypto";
import { appendSignature } from "./append-signature.ts";
import { signedBy, type SignedBy } from "./certificate-subject.ts";
import type { CmsParts } from "./encode-cms.ts";
import { findSignatures, type FoundSignature } from "./find-signatures.ts";
import { readCms } from "./read-cms.ts";

export const signatureStatuses = [
  "valid",
  // The certificate has run out since; it was good at the time the signature claims.
  "valid_at_time",
  "altered_after",
  "chain_expired",
  "revoked",
  "unknown_root",
  "malformed",
] as const;
export type SignatureStatus = (typeof signatureStatuses)[number];

export interface SignatureReport {
  readonly status: SignatureStatus;
  readonly signer?: SignedBy;
  /** As claimed by the signature; no third party vouches for it. */
  readonly signedAt?: Date;
  readonly reason?: string;
  readonly location?: string;
  readonly coversWholeFile: boolean;
}

export interface VerifyOptions {
  readonly now?: Date;
  /** Numbers of revoked certificates, and since when. */
  readonly revoked?: ReadonlyMap<string, Date>;
}

/** One report for each signature in the PDF, in order; none where it is not signed. */
export function verifyPdfSignatures(
  pdf: Buffer,
  trustedRoots: readonly string[],
  options: VerifyOptions = {},
): SignatureReport[] {
  const found = findSignatures(pdf);
  const roots = trustedRoots.map((pem) => new X509Certificate(pem));
  return found.map((signature) => {
    if (!signature) {
      return { status: "malformed", coversWholeFile: false };
    }
    const later = found.filter((other) => other && other.coversTo > signature.coversTo);
    return judge(
      { pdf, signature, later: later.filter((other) => other !== undefined) },
      roots,
      options,
    );
  });
}

interface Case {
  readonly pdf: Buffer;
  readonly signature: FoundSignature;
  readonly later: readonly FoundSignature[];
}

function judge(
  { pdf, signature, later }: Case,
  roots: readonly X509Certificate[],
  options: VerifyOptions,
): SignatureReport {
  const coversWholeFile = signature.coversTo === pdf.length;
  const cms = readCms(signature.cms);
  if (!cms) {
    return { status: "malformed", coversWholeFile };
  }
  const { at: signedAt, reason, location } = signature.words;
  const said = { signer: signedBy(cms.certificate), signedAt, reason, location, coversWholeFile };
  if (!cms.digest.equals(digestOf(pdf, signature)) || !onlySignedSince(pdf, signature, later)) {
    return { ...said, status: "altered_after" };
  }
  return { ...said, status: judgeCertificate(cms, { roots, signedAt, options }) };
}

function digestOf(pdf: Buffer, { gapFrom, gapTo, coversTo }: FoundSignature): Buffer {
  return createHash("sha256")
    .update(pdf.subarray(0, gapFrom))
    .update(pdf.subarray(gapTo, coversTo))
    .digest();
}

/** Writes the later signatures anew: the file must be, byte for byte, what our own hand would write. */
function onlySignedSince(
  pdf: Buffer,
  { coversTo }: FoundSignature,
  later: readonly FoundSignature[],
): boolean {
  let end = coversTo;
  for (const next of later.toSorted((one, other) => one.coversTo - other.coversTo)) {
    if (!isOurUpdate(pdf.subarray(0, next.coversTo), end, next)) {
      return false;
    }
    end = next.coversTo;
  }
  return end === pdf.length;
}

function isOurUpdate(
  pdf: Buffer,
  from: number,
  { gapFrom, gapTo, words }: FoundSignature,
): boolean {
  try {
    const ours = appendSignature(pdf.subarray(0, from), words);
    return (
      ours.gapFrom === gapFrom &&
      ours.gapTo === gapTo &&
      ours.pdf.subarray(0, gapFrom).equals(pdf.subarray(0, gapFrom)) &&
      ours.pdf.subarray(gapTo).equals(pdf.subarray(gapTo))
    );
  } catch {
    // What stood before is not a PDF as we draw them, so what follows is not our update of it.
    return false;
  }
}

interface Trust {
  readonly roots: readonly X509Certificate[];
  readonly signedAt: Date;
  readonly options: VerifyOptions;
}

function judgeCertificate(
  { certificate, issuer }: CmsParts,
  { roots, signedAt, options }: Trust,
): SignatureStatus {
  const root = roots.find((each) => each.raw.equals(issuer.raw) && issued(each, certificate));
  const revokedAt = options.revoked?.get(certificate.serialNumber);
  if (!root) {
    return "unknown_root";
  }
  if (revokedAt && revokedAt <= signedAt) {
    return "revoked";
  }
  if (!isGoodAt(certificate, signedAt) || !isGoodAt(root, signedAt)) {
    return "chain_expired";
  }
  return isGoodAt(certificate, options.now ?? new Date()) ? "valid" : "valid_at_time";
}

function issued(root: X509Certificate, certificate: X509Certificate): boolean {
  return (
    root.ca &&
    !certificate.ca &&
    certificate.checkIssued(root) &&
    certificate.verify(root.publicKey)
  );
}

function isGoodAt({ validFromDate, validToDate }: X509Certificate, moment: Date): boolean {
  return validFromDate <= moment && moment <= validToDate;
}
