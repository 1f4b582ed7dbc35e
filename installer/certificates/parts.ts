import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import * as pkijs from "pkijs";
import { bits, extension, octets } from "../../app/signing/certificate-parts.ts";

const oids = {
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  authorityKeyIdentifier: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
  serverAuthentication: "1.3.6.1.5.5.7.3.1",
} as const;

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
