import { createHash, type X509Certificate } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { cmsNames } from "./cms-names.ts";

export interface CmsParts {
  /** Of the document. */
  readonly digest: Buffer;
  readonly certificate: X509Certificate;
  readonly issuer: X509Certificate;
  readonly signature: Buffer;
}

/** Puts the parts of a signature into the one form in which we write it. */
export function encodeCms({ digest, certificate, issuer, signature }: CmsParts): Buffer {
  const own = pkijs.Certificate.fromBER(new Uint8Array(certificate.raw));
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: algorithm(cmsNames.sha256),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({
      type: 0,
      attributes: attributesOf(digest, certificate),
    }),
    signatureAlgorithm: algorithm(cmsNames.ecdsaWithSha256),
    signature: octets(signature),
  });
  const signedData = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [algorithm(cmsNames.sha256)],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: cmsNames.data }),
    certificates: [own, pkijs.Certificate.fromBER(new Uint8Array(issuer.raw))],
    signerInfos: [info],
  });
  const content = new pkijs.ContentInfo({
    contentType: cmsNames.signedData,
    content: signedData.toSchema(true),
  });
  return Buffer.from(content.toSchema().toBER(false));
}

/** What the officer's key signs. */
export function encodeSignedAttributes(digest: Buffer, certificate: X509Certificate): Buffer {
  const value = attributesOf(digest, certificate).map((each) => each.toSchema());
  return Buffer.from(new asn1js.Set({ value }).toBER(false));
}

/** There is no signing time: PAdES forbids it, the claimed time stands in the PDF. */
function attributesOf(digest: Buffer, certificate: X509Certificate): pkijs.Attribute[] {
  const bytes = (each: pkijs.Attribute) => Buffer.from(each.toSchema().toBER(false));
  // A set in DER is ordered by its bytes; a signature over another order verifies nowhere else.
  return [
    attribute(cmsNames.contentType, new asn1js.ObjectIdentifier({ value: cmsNames.data })),
    attribute(cmsNames.messageDigest, octets(digest)),
    attribute(cmsNames.signingCertificateV2, certificateReference(certificate)),
  ].toSorted((one, other) => Buffer.compare(bytes(one), bytes(other)));
}

/** Binds the signature to this certificate, so that another with the same key cannot take its place. */
function certificateReference(certificate: X509Certificate): asn1js.Sequence {
  const hash = createHash("sha256").update(certificate.raw).digest();
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
