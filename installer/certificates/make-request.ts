import { createPublicKey, sign, type KeyObject } from "node:crypto";
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

/** A request that another authority signs. Its key is made here, unless there is one, and never leaves this machine. */
export function makeRequest(
  wish: RequestWish,
  privateKey: KeyObject = newKeys().privateKey,
): { readonly request: string; readonly privateKey: string } {
  const said = saying(wish, privateKey);
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

/** Whether a request asks for just this, with this key. */
export function isRequestFor(request: string, wish: RequestWish, privateKey: KeyObject): boolean {
  const whole = Buffer.from(request.replaceAll(/-----[^-]+-----|\s/g, ""), "base64");
  return whole.includes(Buffer.from(saying(wish, privateKey).toBER(false)));
}

/** What is signed: the same for the same wish and key. */
function saying({ names, organisation }: RequestWish, privateKey: KeyObject): asn1js.Sequence {
  const spki = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  const subject = certificateName([
    ["organisation", organisation],
    ["commonName", names[0] ?? ""],
  ]);
  return new asn1js.Sequence({
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
}

function asked(names: readonly string[]): pkijs.Attribute {
  const extensions = new pkijs.Extensions({ extensions: [alternativeNames(names)] });
  return new pkijs.Attribute({ type: extensionRequest, values: [extensions.toSchema()] });
}
