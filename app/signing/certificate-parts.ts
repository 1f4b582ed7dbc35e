import * as asn1js from "asn1js";
import * as pkijs from "pkijs";

const nameTypes = {
  commonName: "2.5.4.3",
  serialNumber: "2.5.4.5",
  organisation: "2.5.4.10",
  designation: "2.5.4.12",
} as const;

export type NamePart = readonly [keyof typeof nameTypes, string];

const oids = {
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  authorityKeyIdentifier: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
  documentSigning: "1.3.6.1.5.5.7.3.36",
  emailProtection: "1.3.6.1.5.5.7.3.4",
} as const;

/** A name as a chain of its parts, each a level of its own, as certificates everywhere have it. */
export function certificateName(parts: readonly NamePart[]): pkijs.RelativeDistinguishedNames {
  const levels = parts.map(([type, value]) => {
    const part = new pkijs.AttributeTypeAndValue({
      type: nameTypes[type],
      value: new asn1js.Utf8String({ value }),
    });
    return new asn1js.Set({ value: [part.toSchema()] });
  });
  return pkijs.RelativeDistinguishedNames.fromBER(
    new asn1js.Sequence({ value: levels }).toBER(false),
  );
}

export function rootExtensions(ownKeyId: Buffer): pkijs.Extension[] {
  const constraints = new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 0 });
  return [
    extension(oids.basicConstraints, constraints.toSchema(), true),
    // keyCertSign and cRLSign
    extension(oids.keyUsage, bits(0x06, 1), true),
    extension(oids.subjectKeyIdentifier, octets(ownKeyId)),
  ];
}

interface OfficerParts {
  readonly email: string;
  readonly own: Buffer;
  readonly issuer: Buffer;
}

export function officerExtensions({ email, own, issuer }: OfficerParts): pkijs.Extension[] {
  const names = [new pkijs.GeneralName({ type: 1, value: email })];
  const purposes = new pkijs.ExtKeyUsage({
    keyPurposes: [oids.documentSigning, oids.emailProtection],
  });
  const authority = new pkijs.AuthorityKeyIdentifier({ keyIdentifier: octets(issuer) });
  return [
    extension(oids.basicConstraints, new pkijs.BasicConstraints({ cA: false }).toSchema(), true),
    // digitalSignature and nonRepudiation
    extension(oids.keyUsage, bits(0xc0, 6), true),
    extension(oids.extendedKeyUsage, purposes.toSchema()),
    extension(oids.subjectAltName, new pkijs.GeneralNames({ names }).toSchema()),
    extension(oids.subjectKeyIdentifier, octets(own)),
    extension(oids.authorityKeyIdentifier, authority.toSchema()),
  ];
}

/** The identifier of a certificate's own key, which the certificates it signs point to. */
export function keyIdentifier(certificate: pkijs.Certificate): Buffer {
  const found = certificate.extensions?.find((each) => each.extnID === oids.subjectKeyIdentifier);
  const value: unknown = found?.parsedValue;
  if (!(value instanceof asn1js.OctetString)) {
    throw new TypeError("The certificate of the authority names no key identifier");
  }
  return Buffer.from(value.valueBlock.valueHexView);
}

export function extension(
  extnID: string,
  value: asn1js.BaseBlock,
  critical = false,
): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) });
}

export function bits(byte: number, unusedBits: number): asn1js.BitString {
  return new asn1js.BitString({ valueHex: Uint8Array.of(byte).buffer, unusedBits });
}

export function octets(value: Buffer): asn1js.OctetString {
  return new asn1js.OctetString({ valueHex: new Uint8Array(value).buffer });
}
