import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** What a test may get wrong on purpose. */
interface Faults {
  readonly origin?: string;
  readonly host?: string;
  readonly challenge?: string;
  /** Whether the person showed a finger, face or PIN. */
  readonly isVerified?: boolean;
  readonly counter?: number;
}

const presence = 0x01;
const verification = 0x04;
const attested = 0x40;

/** A passkey in software: it makes itself and signs as a real one would, or as an attacker would like it to. */
export function aPasskey(origin: string) {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(32);
  let counter = 0;

  const client = (type: string, asked: { challenge: string }, faults: Faults) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: faults.challenge ?? asked.challenge,
        origin: faults.origin ?? origin,
        crossOrigin: false,
      }),
    );

  const own = (faults: Faults, flags: number, rest: Uint8Array = Buffer.alloc(0)) => {
    counter = faults.counter ?? counter + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const host = faults.host ?? new URL(origin).hostname;
    const shown = presence | (faults.isVerified === false ? 0 : verification) | flags;
    return Buffer.concat([sha256(host), Buffer.from([shown]), count, rest]);
  };

  const answer = (response: object) => ({
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key",
    clientExtensionResults: {},
    response,
  });

  return {
    id: id.toString("base64url"),
    /** Answers what the page asks for a new passkey. */
    make(asked: { challenge: string }, faults: Faults = {}): string {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const credential = [Buffer.alloc(16), length, id, publicKey(pair.publicKey)];
      const authData = own(faults, attested, Buffer.concat(credential));
      const object = cbor(
        new Map<string, Cbor>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", authData],
        ]),
      );
      return JSON.stringify(
        answer({
          clientDataJSON: client("webauthn.create", asked, faults).toString("base64url"),
          attestationObject: object.toString("base64url"),
          transports: ["internal"],
        }),
      );
    },
    /** Signs what the page asks. */
    use(asked: { challenge: string }, faults: Faults = {}): string {
      const said = client("webauthn.get", asked, faults);
      const authData = own(faults, 0);
      const signature = sign("sha256", Buffer.concat([authData, sha256(said)]), pair.privateKey);
      return JSON.stringify(
        answer({
          clientDataJSON: said.toString("base64url"),
          authenticatorData: authData.toString("base64url"),
          signature: signature.toString("base64url"),
        }),
      );
    },
  };
}

/** COSE: an elliptic key (1: 2) for ES256 (3: -7) on P-256 (-1: 1), with its two coordinates. */
function publicKey(key: { export(options: { format: "jwk" }): object }): Buffer {
  const { x, y } = key.export({ format: "jwk" }) as { x: string; y: string };
  return cbor(
    new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]),
  );
}

type Cbor = number | string | Buffer | Map<string | number, Cbor>;

/** As much CBOR as a passkey speaks. */
function cbor(value: Cbor): Buffer {
  if (typeof value === "number") {
    return value >= 0 ? head(0, value) : head(1, -1 - value);
  }
  if (typeof value === "string") {
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  }
  if (Buffer.isBuffer(value)) {
    return Buffer.concat([head(2, value.length), value]);
  }
  const members = [...value].flatMap(([key, member]) => [cbor(key), cbor(member)]);
  return Buffer.concat([head(5, value.size), ...members]);
}

function head(major: number, size: number): Buffer {
  const kind = major << 5;
  if (size < 24) {
    return Buffer.from([kind | size]);
  }
  return size < 256
    ? Buffer.from([kind | 24, size])
    : Buffer.from([kind | 25, size >> 8, size & 255]);
}

function sha256(text: string | Uint8Array): Buffer {
  return createHash("sha256").update(text).digest();
}
