import { isIP } from "node:net";
import * as asn1js from "asn1js";
import ipaddr from "ipaddr.js";
import * as pkijs from "pkijs";

const nameTypes = { commonName: "2.5.4.3", organisation: "2.5.4.10" } as const;

const oids = {
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  authorityKeyIdentifier: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
  serverAuthentication: "1.3.6.1.5.5.7.3.1",
} as const;

export type NamePart = readonly [keyof typeof nameTypes, string];

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

export function authorityExtensions(ownKeyId: Buffer): pkijs.Extension[] {
  const constraints = new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 0 });
  return [
    extension(oids.basicConstraints, constraints.toSchema(), true),
    extension(oids.keyUsage, bits(0x06, 1), true), // signs certificates and lists of withdrawn ones
    extension(oids.subjectKeyIdentifier, octets(ownKeyId)),
  ];
}

interface ServerParts {
  readonly names: readonly string[];
  readonly own: Buffer;
  readonly authority: Buffer;
}

export function serverExtensions({ names, own, authority }: ServerParts): pkijs.Extension[] {
  const issuer = new pkijs.AuthorityKeyIdentifier({ keyIdentifier: octets(authority) });
  return [
    extension(oids.basicConstraints, new pkijs.BasicConstraints({ cA: false }).toSchema(), true),
    extension(oids.keyUsage, bits(0x80, 7), true), // signs the agreement of keys, nothing else
    extension(
      oids.extendedKeyUsage,
      new pkijs.ExtKeyUsage({ keyPurposes: [oids.serverAuthentication] }).toSchema(),
    ),
    alternativeNames(names),
    extension(oids.subjectKeyIdentifier, octets(own)),
    extension(oids.authorityKeyIdentifier, issuer.toSchema()),
  ];
}

/** The names and addresses a browser compares with what was typed. */
export function alternativeNames(names: readonly string[]): pkijs.Extension {
  const all = names.map((name) =>
    isIP(name) === 0
      ? new pkijs.GeneralName({ type: 2, value: name })
      : new pkijs.GeneralName({ type: 7, value: octets(addressBytes(name)) }),
  );
  return extension(oids.subjectAltName, new pkijs.GeneralNames({ names: all }).toSchema());
}

function addressBytes(address: string): Buffer {
  return Buffer.from(ipaddr.parse(address).toByteArray());
}

function extension(extnID: string, value: asn1js.BaseBlock, critical = false): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) });
}

function bits(byte: number, unusedBits: number): asn1js.BitString {
  return new asn1js.BitString({ valueHex: Uint8Array.of(byte).buffer, unusedBits });
}

function octets(value: Buffer): asn1js.OctetString {
  return new asn1js.OctetString({ valueHex: new Uint8Array(value).buffer });
}
