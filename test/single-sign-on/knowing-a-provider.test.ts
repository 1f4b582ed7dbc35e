import { readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { config } from "../../app/base/index.ts";
import { forgetKnowledge } from "../../app/single-sign-on/open-id/knowledge.ts";
import { useProviders } from "../../app/single-sign-on/providers.ts";
import { aBrowser, goThere } from "../support/identity-providers/browser.ts";
import { anOpenIdProvider, type OpenIdMock } from "../support/identity-providers/open-id-mock.ts";
import type { Trouble } from "../support/identity-providers/outside.ts";
import {
  anRsaKey,
  byRsa,
  rawToken,
  without,
  type Claims,
  type SigningKey,
} from "../support/identity-providers/raw-token.ts";
import {
  linkedOfficer,
  reasonsAt,
  wayThereAndBack,
} from "../support/identity-providers/signing-in.ts";
import { sandboxed } from "../support/sandbox.ts";

const description = "/.well-known/openid-configuration";
const hour = 3_600_000;

const signedBy = ({ kid, key }: SigningKey, claims: Claims): string =>
  rawToken({ alg: "RS256", kid }, claims, byRsa(key));

describe("What is known of an OpenID provider", () => {
  sandboxed();
  let mock: OpenIdMock;

  beforeEach(async () => {
    mock = await anOpenIdProvider();
    useProviders([mock.provider]);
    mock.be((await linkedOfficer(mock.provider)).subject);
  });
  afterEach(async () => {
    useProviders(undefined);
    forgetKnowledge();
    await mock.stop();
  });

  const timesAsked = (path: string): number =>
    mock.asked.filter(({ url }) => url.pathname === path).length;
  const keptFile = (): string =>
    join(config().KEYS_FOLDER, "identity-providers", `${mock.provider.id}.json`);
  /** Makes what is kept on disk older, and forgets what is held in memory, as a restart does. */
  const restartAfter = (milliseconds: number): void => {
    const kept = JSON.parse(readFileSync(keptFile(), "utf8")) as { at: number };
    writeFileSync(keptFile(), JSON.stringify({ ...kept, at: kept.at - milliseconds }));
    utimesSync(keptFile(), new Date(), new Date());
    forgetKnowledge();
  };
  const isIn = async (): Promise<boolean> => (await wayThereAndBack(mock.provider)).isIn;

  it("is asked once, and kept where only we read it", async () => {
    expect([await isIn(), await isIn(), await isIn()]).to.deep.equal([true, true, true]);
    expect([timesAsked(description), timesAsked("/keys")]).to.deep.equal([1, 1]);
    expect(statSync(keptFile()).mode & 0o777).to.equal(0o600);
  });

  it("is asked once by several who come at the same time", async () => {
    await Promise.all([1, 2, 3, 4].map(() => goThere(aBrowser(), mock.provider.id)));
    expect(timesAsked(description)).to.equal(1);
  });

  it("outlives a restart of ours while the provider says nothing of itself", async () => {
    expect(await isIn()).to.equal(true);
    restartAfter(2 * hour);
    mock.troubles.set(description, "broken").set("/keys", "broken");
    expect([await isIn(), await isIn()]).to.deep.equal([true, true]);
  });

  it("outlives a restart of the provider", async () => {
    expect(await isIn()).to.equal(true);
    const port = Number(new URL(mock.origin).port);
    await mock.stop();
    mock = await anOpenIdProvider({ id: mock.provider.id }, port);
    useProviders([mock.provider]);
    mock.be((await linkedOfficer(mock.provider)).subject);
    expect([await isIn(), timesAsked(description)]).to.deep.equal([true, 0]);
  });

  it("is renewed beside the work once it is an hour old", async () => {
    expect(await isIn()).to.equal(true);
    restartAfter(2 * hour);
    expect(await isIn()).to.equal(true);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(timesAsked(description)).to.equal(2);
  });

  it("counts no more after a week", async () => {
    expect(await isIn()).to.equal(true);
    restartAfter(8 * 24 * hour);
    mock.troubles.set(description, "broken");
    const left = await aBrowser().get(`/single-sign-on/${mock.provider.id}`);
    expect([left.status, await reasonsAt(mock.provider)]).to.deep.equal([503, ["provider-down"]]);
    mock.troubles.clear();
    expect(await isIn()).to.equal(true);
  });

  it("is asked anew when what is kept cannot be read", async () => {
    expect(await isIn()).to.equal(true);
    writeFileSync(keptFile(), "{");
    forgetKnowledge();
    expect([await isIn(), timesAsked(description)]).to.deep.equal([true, 2]);
  });

  it("follows a change of keys at the first token signed with a new one", async () => {
    expect(await isIn()).to.equal(true);
    restartAfter(60_000);
    mock.play.keys = [anRsaKey("second")];
    expect([await isIn(), timesAsked("/keys")]).to.deep.equal([true, 2]);
  });

  it("does not let unknown keys make us ask again and again", async () => {
    const strangers = [1, 2, 3].map((number) => anRsaKey(`stranger-${number}`));
    for (const stranger of strangers) {
      mock.play.forge = (claims) => signedBy(stranger, claims);
      expect(await isIn()).to.equal(false);
    }
    expect(timesAsked("/keys")).to.equal(1);
  });

  it("drops a key that the provider withdrew", async () => {
    const [old, next] = [anRsaKey("old"), anRsaKey("next")];
    mock.play.keys = [old];
    expect(await isIn()).to.equal(true);
    restartAfter(60_000);
    mock.play.keys = [next];
    expect(await isIn()).to.equal(true);
    mock.play.forge = (claims) => signedBy(old, claims);
    expect(await isIn()).to.equal(false);
  });

  describe("is not believed", () => {
    const described: Readonly<Record<string, (metadata: Claims) => unknown>> = {
      "when it speaks of another issuer": (one) => ({
        ...one,
        issuer: "https://elsewhere.example",
      }),
      "when it has no issuer": without("issuer"),
      "when its keys lie elsewhere": (one) => ({
        ...one,
        jwks_uri: "https://elsewhere.example/keys",
      }),
      "when tokens are given out elsewhere": (one) => ({
        ...one,
        token_endpoint: "https://elsewhere.example/token",
      }),
      "when people prove themselves elsewhere": (one) => ({
        ...one,
        authorization_endpoint: "https://elsewhere.example/authorize",
      }),
      "when one signs out elsewhere": (one) => ({
        ...one,
        end_session_endpoint: "https://elsewhere.example/out",
      }),
      "when userinfo lies elsewhere": (one) => ({
        ...one,
        userinfo_endpoint: "https://elsewhere.example/me",
      }),
      "when it names no place for keys": without("jwks_uri"),
      "when it names a place on disk": (one) => ({ ...one, jwks_uri: "file:///etc/passwd" }),
      "when it is a list": () => [],
      "when it is nothing": () => null,
    };
    for (const [name, describeOtherwise] of Object.entries(described)) {
      it(name, async () => {
        mock.play.describe = describeOtherwise;
        const browser = aBrowser();
        const left = await browser.get(`/single-sign-on/${mock.provider.id}`);
        expect([left.status, left.location]).to.deep.equal([403, null]);
        expect(await reasonsAt(mock.provider)).to.deep.equal(["answer-wrong"]);
      });
    }

    const troubles: readonly [string, Trouble][] = [
      [description, "broken"],
      [description, "huge"],
      [description, "elsewhere"],
      [description, "packed"],
      ["/keys", "broken"],
      ["/keys", "huge"],
      ["/keys", "elsewhere"],
      ["/keys", "cut-off"],
    ];
    for (const [path, trouble] of troubles) {
      it(`when ${path} is ${trouble}`, async () => {
        mock.troubles.set(path, trouble);
        const left = await aBrowser().get(`/single-sign-on/${mock.provider.id}`);
        expect([left.status, left.location]).to.deep.equal([503, null]);
        expect(await reasonsAt(mock.provider)).to.deep.equal(["provider-down"]);
      });
    }
  });
});
