import { createHash, randomBytes } from "node:crypto";
import { expect } from "chai";
import { useProviders } from "../../app/single-sign-on/providers.ts";
import {
  anEPramaan,
  ePramaanKey,
  sealed,
  signedByEPramaan,
} from "../support/identity-providers/e-pramaan-mock.ts";
import { seconds, strangerKey } from "../support/identity-providers/open-id-mock.ts";
import type { Trouble } from "../support/identity-providers/outside.ts";
import {
  byRsa,
  bySecret,
  rawToken,
  unsigned,
  withClaims,
  without,
  type Claims,
} from "../support/identity-providers/raw-token.ts";
import { linkedOfficer, wayThereAndBack } from "../support/identity-providers/signing-in.ts";
import { sandboxed } from "../support/sandbox.ts";

type EPramaan = Awaited<ReturnType<typeof anEPramaan>>;
type Seal = (token: string, nonce: string) => Promise<string>;

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
describe("Signing in by e-Pramaan", () => {
  sandboxed();
  let mock: EPramaan;

  before(async () => {
    mock = await anEPramaan();
  });
  beforeEach(async () => {
    mock.honest();
    mock.troubles.clear();
    useProviders([mock.provider]);
    mock.be((await linkedOfficer(mock.provider)).subject);
  });
  after(async () => {
    useProviders(undefined);
    await mock.stop();
  });

  const expectRefused = async (reason: string, status = 403): Promise<void> => {
    const { shown, isIn, reasons } = await wayThereAndBack(mock.provider);
    expect([shown.status, isIn, reasons]).to.deep.equal([status, false, [reason]]);
  };

  it("opens an envelope whose end has a line break, as a page would send it", async () => {
    mock.play.seal = async (token, nonce) => `${await sealed(token, nonce)}\r\n`;
    expect((await wayThereAndBack(mock.provider)).isIn).to.equal(true);
  });

  describe("refuses an envelope", () => {
    const seals: Readonly<Record<string, Seal>> = {
      "closed with another nonce": (token) => sealed(token, "another nonce"),
      "closed with the nonce itself": (token, nonce) =>
        sealed(token, nonce, { key: Buffer.from(nonce).subarray(0, 32) }),
      "closed with a key of nobody": (token, nonce) =>
        sealed(token, nonce, { key: randomBytes(32) }),
      "closed without wrapping the key": (token, nonce) => sealed(token, nonce, { alg: "dir" }),
      "wrapped in another way": (token, nonce) => sealed(token, nonce, { alg: "A256GCMKW" }),
      "wrapped with half a key": (token, nonce) =>
        sealed(token, nonce, { alg: "A128KW", key: digest(nonce).subarray(0, 16) }),
      "closed with another cipher": (token, nonce) =>
        sealed(token, nonce, { enc: "A256CBC-HS512" }),
      "closed with a shorter cipher": (token, nonce) => sealed(token, nonce, { enc: "A128GCM" }),
      "changed on the way": async (token, nonce) => {
        const parts = (await sealed(token, nonce)).split(".");
        const body = Buffer.from(parts[3] ?? "", "base64url");
        body[0] = (body[0] ?? 0) ^ 1;
        return [...parts.slice(0, 3), body.toString("base64url"), parts[4]].join(".");
      },
      "without its seal": async (token, nonce) =>
        `${(await sealed(token, nonce)).split(".").slice(0, 4).join(".")}.`,
      "whose head was exchanged": async (token, nonce) => {
        const head = { alg: "A256KW", enc: "A256GCM", kid: "x" };
        const [, ...rest] = (await sealed(token, nonce)).split(".");
        return [Buffer.from(JSON.stringify(head)).toString("base64url"), ...rest].join(".");
      },
      "that asks to be unpacked": async (token, nonce) => {
        const head = { alg: "A256KW", enc: "A256GCM", zip: "DEF" };
        const [, ...rest] = (await sealed(token, nonce)).split(".");
        return [Buffer.from(JSON.stringify(head)).toString("base64url"), ...rest].join(".");
      },
      "that is no envelope but the token itself": async (token) => token,
      "within JSON": async (token, nonce) => JSON.stringify({ jwe: await sealed(token, nonce) }),
      "that is empty": async () => "",
      "that is a page": async () => "<html>",
      "of four dots alone": async () => "....",
    };
    for (const [name, seal] of Object.entries(seals)) {
      it(name, async () => {
        mock.play.seal = seal;
        await expectRefused("token-false");
      });
    }
  });

  describe("refuses a token within", () => {
    const signs: Readonly<Record<string, (claims: Claims) => string>> = {
      unsigned: (claims) => rawToken({ alg: "none" }, claims, unsigned),
      "calling itself signed": (claims) => rawToken({ alg: "RS256" }, claims, unsigned),
      "signed by another": (claims) => rawToken({ alg: "RS256" }, claims, byRsa(strangerKey.key)),
      "that brings its own key": (claims) =>
        rawToken({ alg: "RS256", jwk: strangerKey.jwk }, claims, byRsa(strangerKey.key)),
      "signed with the certificate as a secret": (claims) =>
        rawToken({ alg: "HS256" }, claims, bySecret(ePramaanKey.pem)),
      "signed with our own AES key": (claims) =>
        rawToken({ alg: "HS256" }, claims, bySecret(mock.provider.secret)),
      "signed with an algorithm not agreed": (claims) =>
        rawToken({ alg: "RS512" }, claims, byRsa(ePramaanKey.key, "sha512")),
      "that is plain JSON": (claims) => JSON.stringify(claims),
      "that is empty": () => "",
      "cut at the end": (claims) => signedByEPramaan(claims).slice(0, -6),
    };
    for (const [name, sign] of Object.entries(signs)) {
      it(name, async () => {
        mock.play.sign = sign;
        await expectRefused("token-false");
      });
    }

    const claimed: Readonly<Record<string, (claims: Claims) => Claims>> = {
      "for another service": withClaims({ aud: "100009999" }),
      "for us and another service": withClaims({ aud: ["100001234", "100009999"] }),
      "for nobody": without("aud"),
      "of another issuer": withClaims({ iss: "another" }),
      "of no issuer": without("iss"),
      "that expired": withClaims({ iat: seconds() - 300, exp: seconds() - 120 }),
      "without expiry": without("exp"),
      "not yet valid": withClaims({ nbf: seconds() + 36_000 }),
      "issued in the future": withClaims({ iat: seconds() + 36_000, exp: seconds() + 40_000 }),
      "issued long ago": withClaims({ iat: seconds() - 1_200 }),
      "without a time of issue": without("iat"),
      "with another nonce": withClaims({ nonce: "x".repeat(43) }),
      "without nonce": without("nonce"),
      "without subject": without("sub"),
    };
    for (const [name, claim] of Object.entries(claimed)) {
      it(name, async () => {
        mock.play.claim = claim;
        await expectRefused("token-false");
      });
    }

    for (const [name, sub] of [
      ["with an empty subject", ""],
      ["with a subject of two words", "sita sahu"],
      ["with a number for a subject", 42],
    ] as const) {
      it(name, async () => {
        mock.play.claim = withClaims({ sub });
        const { isIn, reasons } = await wayThereAndBack(mock.provider);
        expect([isIn, reasons.length]).to.deep.equal([false, 1]);
        expect(reasons[0]).to.match(/^(token-false|identity-unreadable)$/);
      });
    }
  });

  it("refuses the envelope of an earlier flow", async () => {
    const kept: string[] = [];
    mock.play.seal = async (token, nonce) => {
      kept.push(await sealed(token, nonce));
      return kept[0] ?? "";
    };
    expect((await wayThereAndBack(mock.provider)).isIn).to.equal(true);
    await expectRefused("token-false");
  });

  const troubles: Readonly<Record<Trouble, [reason: string, status: number]>> = {
    broken: ["provider-down", 503],
    silent: ["provider-down", 503],
    huge: ["provider-down", 503],
    elsewhere: ["provider-down", 503],
    page: ["token-false", 403],
    packed: ["provider-down", 503],
    "cut-off": ["provider-down", 503],
  };
  for (const [trouble, [reason, status]] of Object.entries(troubles)) {
    it(`lets nobody in when the token address is ${trouble}`, async () => {
      mock.troubles.set("/openid/jwt/processJwtTokenRequest.do", trouble as Trouble);
      await expectRefused(reason, status);
    });
  }
});
