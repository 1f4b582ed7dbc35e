import {
  constants,
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type JsonWebKey,
  type KeyObject,
} from "node:crypto";

export type Claims = Readonly<Record<string, unknown>>;
export type Change = (claims: Claims) => Claims;
type Signer = (input: string) => Buffer;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The same without these. */
export const without =
  (...names: readonly string[]): Change =>
  (claims) =>
    Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));

export const withClaims =
  (further: Claims): Change =>
  (claims) => ({ ...claims, ...further });

/** A token with any header, any claims and any signature: what no library would make. */
export function rawToken(header: object, claims: object, signer: Signer): string {
  const input = `${part(header)}.${part(claims)}`;
  return `${input}.${signer(input).toString("base64url")}`;
}

export const unsigned: Signer = () => Buffer.alloc(0);

export const bySecret =
  (secret: string): Signer =>
  (input) =>
    createHmac("sha256", secret).update(input).digest();

export const byRsa =
  (key: KeyObject, hash = "sha256"): Signer =>
  (input) =>
    sign(hash, Buffer.from(input), key);

export const byPss =
  (key: KeyObject): Signer =>
  (input) =>
    sign("sha256", Buffer.from(input), {
      key,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 32,
    });

export const byEc =
  (key: KeyObject): Signer =>
  (input) =>
    sign("sha256", Buffer.from(input), { key, dsaEncoding: "ieee-p1363" });

export interface SigningKey {
  readonly kid: string;
  readonly key: KeyObject;
  readonly jwk: JsonWebKey;
  /** The public key as text, which careless code takes for a secret. */
  readonly pem: string;
}

export function anRsaKey(kid: string): SigningKey {
  return signingKey(kid, generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
}

export function anEcKey(kid: string): SigningKey {
  return signingKey(kid, generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
}

function signingKey(kid: string, key: KeyObject): SigningKey {
  const publicKey = createPublicKey(key);
  return {
    kid,
    key,
    jwk: { ...publicKey.export({ format: "jwk" }), kid, use: "sig" },
    pem: publicKey.export({ format: "pem", type: "spki" }).toString(),
  };
}
