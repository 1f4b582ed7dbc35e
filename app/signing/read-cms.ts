import { verify, X509Certificate } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { cmsNames } from "./cms-names.ts";
import { encodeCms, encodeSignedAttributes, type CmsParts } from "./encode-cms.ts";

/**
 * Reads a detached signature. Its parts are put together anew and must give the same bytes, so that
 * nothing hides in a corner a parser skips; then Node's own crypto checks the mathematics.
 * What is anything else is `undefined`. Whether the digest is the document's is for the caller to see.
 */
export function readCms(room: Buffer): CmsParts | undefined {
  try {
    const parts = partsOf(room);
    const isOurForm = isFilledWith(room, encodeCms(parts));
    return isOurForm && isSignedBy(parts) ? parts : undefined;
  } catch {
    // Bytes that no parser understands are simply not a signature.
    return undefined;
  }
}

function partsOf(room: Buffer): CmsParts {
  const content = pkijs.ContentInfo.fromBER(new Uint8Array(room));
  const signedData = new pkijs.SignedData({ schema: content.content });
  const [own, issuer] = (signedData.certificates ?? []).filter(
    (each) => each instanceof pkijs.Certificate,
  );
  const info = signedData.signerInfos[0];
  const named = info?.signedAttrs?.attributes.find(({ type }) => type === cmsNames.messageDigest);
  const digest: unknown = named?.values[0];
  if (!own || !issuer || !info || !(digest instanceof asn1js.OctetString)) {
    throw new TypeError("The signature lacks a part");
  }
  return {
    certificate: read(own),
    issuer: read(issuer),
    digest: Buffer.from(digest.valueBlock.valueHexView),
    signature: Buffer.from(info.signature.valueBlock.valueHexView),
  };
}

function read(certificate: pkijs.Certificate): X509Certificate {
  return new X509Certificate(Buffer.from(certificate.toSchema(false).toBER(false)));
}

/** The room is longer than the signature: what follows it must be zeros. */
function isFilledWith(room: Buffer, cms: Buffer): boolean {
  const rest = room.subarray(cms.length);
  return room.subarray(0, cms.length).equals(cms) && rest.every((byte) => byte === 0);
}

function isSignedBy({ digest, certificate, signature }: CmsParts): boolean {
  const signed = encodeSignedAttributes(digest, certificate);
  return verify("sha256", signed, certificate.publicKey, signature);
}
