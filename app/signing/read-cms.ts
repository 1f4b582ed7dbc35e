import { createHash, verify, X509Certificate } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { cmsNames } from "./cms-names.ts";

export interface CheckedCms {
  readonly certificate: X509Certificate;
  /** The digest that was signed; whether it is the document's is for the caller to see. */
  readonly digest: Buffer;
}

/**
 * Reads a detached signature and checks its mathematics with Node's own crypto: the signature is
 * over these attributes, by the key of the certificate they name. Anything else is `undefined`.
 */
export function readCms(bytes: Buffer): CheckedCms | undefined {
  try {
    return check(bytes);
  } catch {
    // Bytes that no parser understands are simply not a signature.
    return undefined;
  }
}

function check(bytes: Buffer): CheckedCms | undefined {
  const signedData = parse(bytes);
  const info = signedData && onlySigner(signedData);
  if (!signedData || !info) {
    return undefined;
  }
  const attributes = info.signedAttrs?.attributes ?? [];
  const certificate = signerOf(signedData, info, attributes);
  const digest = octetsOf(single(attributes, cmsNames.messageDigest));
  if (!certificate || !digest || !isAsPromised(info, attributes)) {
    return undefined;
  }
  return signatureHolds(info, certificate) ? { certificate, digest } : undefined;
}

function onlySigner({ signerInfos }: pkijs.SignedData): pkijs.SignerInfo | undefined {
  return signerInfos.length === 1 ? signerInfos[0] : undefined;
}

/** The profile of PAdES: SHA-256, over data, and no second claim of time. */
function isAsPromised(info: pkijs.SignerInfo, attributes: readonly pkijs.Attribute[]): boolean {
  return (
    info.digestAlgorithm.algorithmId === cmsNames.sha256 &&
    contentTypeOf(attributes) === cmsNames.data &&
    attributes.every((each) => each.type !== cmsNames.signingTime)
  );
}

/** The room is longer than the signature: what follows it must be zeros. */
function parse(bytes: Buffer): pkijs.SignedData | undefined {
  const { offset, result } = asn1js.fromBER(new Uint8Array(bytes));
  if (offset < 0 || bytes.subarray(offset).some((byte) => byte !== 0)) {
    return undefined;
  }
  const content = new pkijs.ContentInfo({ schema: result });
  const signedData = new pkijs.SignedData({ schema: content.content });
  const isDetached = signedData.encapContentInfo.eContent === undefined;
  return content.contentType === cmsNames.signedData && isDetached ? signedData : undefined;
}

/** The certificate that the signed attributes name by its hash, and the signer by its number. */
function signerOf(
  signedData: pkijs.SignedData,
  { sid }: pkijs.SignerInfo,
  attributes: readonly pkijs.Attribute[],
): X509Certificate | undefined {
  const named = referencedHash(single(attributes, cmsNames.signingCertificateV2));
  return (signedData.certificates ?? [])
    .filter((each) => each instanceof pkijs.Certificate)
    .filter(
      (each) =>
        sid instanceof pkijs.IssuerAndSerialNumber &&
        each.issuer.isEqual(sid.issuer) &&
        each.serialNumber.isEqual(sid.serialNumber),
    )
    .map((each) => new X509Certificate(Buffer.from(each.toSchema(false).toBER(false))))
    .find((each) => named?.equals(createHash("sha256").update(each.raw).digest()));
}

/** SigningCertificateV2: the hash in the first reference, in SHA-256, which is the default. */
function referencedHash(value: unknown): Buffer | undefined {
  const references = itemsOf(value)[0];
  const [hash] = itemsOf(itemsOf(references)[0]);
  return octetsOf(hash);
}

function signatureHolds(info: pkijs.SignerInfo, certificate: X509Certificate): boolean {
  const signed = info.signedAttrs?.encodedValue;
  const signature = Buffer.from(info.signature.valueBlock.valueHexView);
  return (
    signed !== undefined && verify("sha256", Buffer.from(signed), certificate.publicKey, signature)
  );
}

/** The value of an attribute that stands exactly once, with exactly one value. */
function single(attributes: readonly pkijs.Attribute[], type: string): unknown {
  const found = attributes.filter((each) => each.type === type);
  const values: unknown[] = found[0]?.values ?? [];
  return found.length === 1 && values.length === 1 ? values[0] : undefined;
}

function contentTypeOf(attributes: readonly pkijs.Attribute[]): string | undefined {
  const value = single(attributes, cmsNames.contentType);
  return value instanceof asn1js.ObjectIdentifier ? value.valueBlock.toString() : undefined;
}

function octetsOf(value: unknown): Buffer | undefined {
  return value instanceof asn1js.OctetString
    ? Buffer.from(value.valueBlock.valueHexView)
    : undefined;
}

function itemsOf(value: unknown): readonly unknown[] {
  return value instanceof asn1js.Sequence ? value.valueBlock.value : [];
}
