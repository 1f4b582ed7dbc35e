import { expect } from "chai";
import { originsOf, readProviders } from "../../app/single-sign-on/providers.ts";
import { anRsaKey } from "../support/identity-providers/raw-token.ts";

const oidc = {
  kind: "oidc",
  id: "state",
  nameEn: "State sign-in",
  nameHi: "राज्य प्रवेश",
  clientId: "secretariat",
  issuer: "https://sso.cg.example",
};
const pramaan = {
  ...oidc,
  issuer: undefined,
  kind: "e-pramaan",
  id: "pramaan",
  baseUrl: "https://epramaan.example",
};
const secrets = { "single-sign-on-state": "s", "single-sign-on-pramaan": "aes" };

const read = (several: unknown, files: Readonly<Record<string, string>> = secrets) =>
  readProviders((name) =>
    name === "providers.json"
      ? typeof several === "string"
        ? several
        : JSON.stringify(several)
      : files[name],
  );

describe("The settings of identity providers", () => {
  it("may be absent: then nobody signs in elsewhere", () => {
    expect(readProviders(() => undefined)).to.deep.equal([]);
  });

  it("take the secret from a file of its own, and all else by default", () => {
    const [provider] = read([oidc]);
    expect(provider).to.include({ secret: "s", scope: "openid profile email", userinfo: false });
    expect(provider && originsOf(provider)).to.deep.equal(["https://sso.cg.example"]);
  });

  const wrong: Readonly<Record<string, [several: unknown, sentence: RegExp]>> = {
    "that are no JSON": ["{", /well-formed JSON/],
    "that are no list": [{}, /cannot be used/],
    "of a kind nobody knows": [[{ ...oidc, kind: "saml" }], /kind/],
    "with a word nobody knows": [[{ ...oidc, secret: "in the open" }], /secret/],
    "without an issuer": [[{ ...oidc, issuer: undefined }], /issuer/],
    "whose issuer is no address": [[{ ...oidc, issuer: "state" }], /issuer/],
    "with an id that cannot stand in an address": [[{ ...oidc, id: "../x" }], /id/],
    "with the same id twice": [[oidc, oidc], /same id/],
    "without Hindi": [[{ ...oidc, nameHi: "" }], /nameHi/],
    "whose header style is another": [
      [{ ...oidc, kind: "parichay", baseUrl: "https://p.example", authHeaderStyle: "token" }],
      /authHeaderStyle|issuer/,
    ],
  };
  for (const [name, [several, sentence]] of Object.entries(wrong)) {
    it(`stop the start when they are some ${name}`, () => {
      expect(() => read(several)).to.throw(sentence);
    });
  }

  it("stop the start without the secret, and name the file", () => {
    expect(() => read([oidc], {})).to.throw("single-sign-on-state");
  });

  it("want the certificate e-Pramaan signs with", () => {
    expect(() => read([pramaan])).to.throw("single-sign-on-pramaan-certificate");
    const spoilt = { ...secrets, "single-sign-on-pramaan-certificate": "-----BEGIN" };
    expect(() => read([pramaan], spoilt)).to.throw("certificate");
    const whole = { ...secrets, "single-sign-on-pramaan-certificate": anRsaKey("x").pem };
    expect(read([pramaan], whole)).to.have.length(1);
  });
});
