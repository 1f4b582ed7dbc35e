import { expect } from "chai";
import { useProviders } from "../../app/single-sign-on/providers.ts";
import {
  anOpenIdProvider,
  ecKey,
  firstKey,
  seconds,
  strangerKey,
  type OpenIdMock,
} from "../support/identity-providers/open-id-mock.ts";
import {
  byEc,
  byPss,
  byRsa,
  bySecret,
  rawToken,
  unsigned,
  withClaims,
  without,
  type Change,
  type Claims,
} from "../support/identity-providers/raw-token.ts";
import { linkedOfficer, wayThereAndBack } from "../support/identity-providers/signing-in.ts";
import { sandboxed } from "../support/sandbox.ts";

type Forge = (claims: Claims) => string;

const rs256 = { alg: "RS256", typ: "JWT", kid: firstKey.kid };

describe("Signing in by OpenID Connect", () => {
  sandboxed();
  let mock: OpenIdMock;

  before(async () => {
    mock = await anOpenIdProvider();
  });
  beforeEach(async () => {
    mock.honest();
    useProviders([mock.provider]);
    mock.be((await linkedOfficer(mock.provider)).subject);
  });
  after(async () => {
    useProviders(undefined);
    await mock.stop();
  });

  /** By the library's check or by ours. */
  const expectFalse = async (): Promise<void> => {
    const { shown, isIn: isInside, reasons } = await wayThereAndBack(mock.provider);
    expect([shown.status, isInside, reasons.length]).to.deep.equal([403, false, 1]);
    expect(reasons[0]).to.match(/^token-(refused|false)$/);
  };

  describe("takes a token", () => {
    const good: Readonly<Record<string, Forge | Change>> = {
      "signed RS256": (claims: Claims) => rawToken(rs256, claims, byRsa(firstKey.key)),
      "signed PS256": (claims: Claims) =>
        rawToken({ ...rs256, alg: "PS256" }, claims, byPss(firstKey.key)),
      "signed ES256": (claims: Claims) =>
        rawToken({ alg: "ES256", kid: ecKey.kid }, claims, byEc(ecKey.key)),
      "that expired within the minute clocks may differ": (claims) => ({
        ...claims,
        exp: seconds() - 50,
      }),
      "of a clock that is ahead by less than a minute": (claims) => ({
        ...claims,
        iat: seconds() + 50,
      }),
      "for a list of us alone": (claims) => ({ ...claims, aud: [claims["aud"]] }),
    };
    for (const [name, make] of Object.entries(good)) {
      it(name, async () => {
        mock.play.forge = (claims) => {
          const made = make(claims);
          return typeof made === "string" ? made : rawToken(rs256, made, byRsa(firstKey.key));
        };
        const { isIn: isInside, reasons } = await wayThereAndBack(mock.provider);
        expect([isInside, reasons]).to.deep.equal([true, []]);
      });
    }
  });

  describe("refuses a token", () => {
    const claimed: Readonly<Record<string, Change>> = {
      "for another client": withClaims({ aud: "another" }),
      "for us and another": withClaims({ aud: ["secretariat", "another"] }),
      "for nobody": without("aud"),
      "for a list of nobody": withClaims({ aud: [] }),
      "for a client whose name begins like ours": withClaims({ aud: "secretariat2" }),
      "of another issuer": withClaims({ iss: "https://elsewhere.example" }),
      "of our issuer with a slash": (claims) => ({ ...claims, iss: `${String(claims["iss"])}/` }),
      "of no issuer": without("iss"),
      "that expired": withClaims({ iat: seconds() - 300, exp: seconds() - 120 }),
      "without expiry": without("exp"),
      "whose expiry is a word": withClaims({ exp: "never" }),
      "not yet valid": withClaims({ nbf: seconds() + 36_000 }),
      "issued in the future": withClaims({ iat: seconds() + 36_000, exp: seconds() + 40_000 }),
      "issued long ago": withClaims({ iat: seconds() - 1_200 }),
      "without a time of issue": without("iat"),
      "without nonce": without("nonce"),
      "with the nonce of another flow": withClaims({ nonce: "x".repeat(43) }),
      "with an empty nonce": withClaims({ nonce: "" }),
      "without subject": without("sub"),
      "whose subject is a number": withClaims({ sub: 42 }),
    };
    for (const [name, change] of Object.entries(claimed)) {
      it(name, async () => {
        mock.play.claim = change;
        await expectFalse();
      });
    }

    const signedWrongly: Readonly<Record<string, Forge>> = {
      unsigned: (claims) => rawToken({ alg: "none" }, claims, unsigned),
      "unsigned, spelled otherwise": (claims) => rawToken({ alg: "nOnE" }, claims, unsigned),
      "unsigned, calling itself RS256": (claims) => rawToken(rs256, claims, unsigned),
      "signed with our own secret": (claims) =>
        rawToken({ alg: "HS256" }, claims, bySecret(mock.provider.secret)),
      "signed with the public key as a secret": (claims) =>
        rawToken({ alg: "HS256", kid: firstKey.kid }, claims, bySecret(firstKey.pem)),
      "signed with an algorithm not on the list": (claims) =>
        rawToken({ ...rs256, alg: "RS512" }, claims, byRsa(firstKey.key, "sha512")),
      "calling itself ES256 with an RSA key": (claims) =>
        rawToken({ ...rs256, alg: "ES256" }, claims, byRsa(firstKey.key)),
      "signed by another under the same key name": (claims) =>
        rawToken(rs256, claims, byRsa(strangerKey.key)),
      "signed by a key nobody knows": (claims) =>
        rawToken({ ...rs256, kid: "unknown" }, claims, byRsa(strangerKey.key)),
      "that brings its own key": (claims) =>
        rawToken({ alg: "RS256", jwk: strangerKey.jwk }, claims, byRsa(strangerKey.key)),
      "that says where its key lies": (claims) =>
        rawToken(
          { alg: "RS256", kid: "x", jku: "http://127.0.0.1:1/keys" },
          claims,
          byRsa(strangerKey.key),
        ),
      "with a critical extension": (claims) =>
        rawToken({ ...rs256, crit: ["exp2"], exp2: 1 }, claims, byRsa(firstKey.key)),
      "changed after signing": (claims) => {
        const [head = "", , signature = ""] = rawToken(rs256, claims, byRsa(firstKey.key)).split(
          ".",
        );
        const other = Buffer.from(JSON.stringify({ ...claims, sub: "other" })).toString(
          "base64url",
        );
        return [head, other, signature].join(".");
      },
      "whose signature is cut": (claims) =>
        rawToken(rs256, claims, byRsa(firstKey.key)).slice(0, -8),
      "of two parts": (claims) =>
        rawToken(rs256, claims, byRsa(firstKey.key)).split(".").slice(0, 2).join("."),
      "that is no token": () => "token",
      "that is empty": () => "",
    };
    for (const [name, forge] of Object.entries(signedWrongly)) {
      it(name, async () => {
        mock.play.forge = forge;
        await expectFalse();
      });
    }
  });
});
