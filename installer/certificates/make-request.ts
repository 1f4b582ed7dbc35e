import { sign } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { certificateName } from "../../app/signing/certificate-parts.ts";
import { cmsNames } from "../../app/signing/cms-names.ts";
import { newKeys } from "../../app/signing/make-certificate.ts";
import { alternativeNames } from "./parts.ts";
import { asPem } from "./pem.ts";

export interface RequestWish {
  readonly names: readonly string[];
  readonly organisation: string;
}

const extensionRequest = "1.2.840.113549.1.9.14";

/** A request that another authority signs. Its key is made here and never leaves this machine. */
export function makeRequest({ names, organisation }: RequestWish): {
  readonly request: string;
  readonly privateKey: string;
} {
  const { publicKey, privateKey } = newKeys();
  const spki = publicKey.export({ type: "spki", format: "der" });
  const subject = certificateName([
    ["organisation", organisation],
    ["commonName", names[0] ?? ""],
  ]);
  const said = new asn1js.Sequence({
    value: [
      new asn1js.Integer({ value: 0 }),
      subject.toSchema(),
      pkijs.PublicKeyInfo.fromBER(new Uint8Array(spki)).toSchema(),
      new asn1js.Constructed({
        idBlock: { tagClass: 3, tagNumber: 0 },
        value: [asked(names).toSchema()],
      }),
    ],
  });
  const signature = new Uint8Array(sign("sha256", Buffer.from(said.toBER(false)), privateKey));
  const algorithm = new pkijs.AlgorithmIdentifier({ algorithmId: cmsNames.ecdsaWithSha256 });
  const whole = new asn1js.Sequence({
    value: [said, algorithm.toSchema(), new asn1js.BitString({ valueHex: signature.buffer })],
  });
  return {
    request: asPem("CERTIFICATE REQUEST", Buffer.from(whole.toBER(false))),
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function asked(names: readonly string[]): pkijs.Attribute {
  const extensions = new pkijs.Extensions({ extensions: [alternativeNames(names)] });
  return new pkijs.Attribute({ type: extensionRequest, values: [extensions.toSchema()] });
}
