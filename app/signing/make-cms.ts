import { createHash, sign } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { cmsNames } from "./cms-names.ts";
import type { Signer } from "./issue-certificate.ts";

/**
 * The detached signature over a digest, as PAdES wants it: content type, digest and the signer's
 * certificate are signed. There is no signing time: PAdES forbids it, the claimed time is in the PDF.
 */
export function makeCms(digest: Buffer, signer: Signer): Buffer {
  const attributes = sortedAttributes([
    attribute(cmsNames.contentType, new asn1js.ObjectIdentifier({ value: cmsNames.data })),
    attribute(cmsNames.messageDigest, octets(digest)),
    attribute(cmsNames.signingCertificateV2, certificateReference(signer)),
  ]);
  const signed = new asn1js.Set({ value: attributes.map((each) => each.toSchema()) });
  const signature = sign("sha256", Buffer.from(signed.toBER(false)), signer.privateKey);
  const content = new pkijs.ContentInfo({
    contentType: cmsNames.signedData,
    content: signedData(signer, attributes, signature).toSchema(true),
  });
  return Buffer.from(content.toSchema().toBER(false));
}

function signedData(
  signer: Signer,
  attributes: readonly pkijs.Attribute[],
  signature: Buffer,
): pkijs.SignedData {
  const own = pkijs.Certificate.fromBER(new Uint8Array(signer.certificate.raw));
  const issuer = pkijs.Certificate.fromBER(new Uint8Array(signer.issuer.raw));
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: algorithm(cmsNames.sha256),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: [...attributes] }),
    signatureAlgorithm: algorithm(cmsNames.ecdsaWithSha256),
    signature: octets(signature),
  });
  return new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [algorithm(cmsNames.sha256)],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: cmsNames.data }),
    certificates: [own, issuer],
    signerInfos: [info],
  });
}

/** A set in DER is ordered by its bytes; a signature over another order verifies nowhere else. */
function sortedAttributes(attributes: readonly pkijs.Attribute[]): pkijs.Attribute[] {
  const bytes = (each: pkijs.Attribute) => Buffer.from(each.toSchema().toBER(false));
  return attributes.toSorted((one, other) => Buffer.compare(bytes(one), bytes(other)));
}

/** Binds the signature to this certificate, so that another with the same key cannot take its place. */
function certificateReference(signer: Signer): asn1js.Sequence {
  const hash = createHash("sha256").update(signer.certificate.raw).digest();
  const reference = new asn1js.Sequence({ value: [octets(hash)] });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [reference] })] });
}

function attribute(type: string, value: asn1js.AsnType): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] });
}

function algorithm(algorithmId: string): pkijs.AlgorithmIdentifier {
  return new pkijs.AlgorithmIdentifier({ algorithmId });
}

function octets(value: Buffer): asn1js.OctetString {
  return new asn1js.OctetString({ valueHex: new Uint8Array(value).buffer });
}
