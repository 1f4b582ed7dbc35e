import { expect } from "chai";
import { forgetKnowledge } from "../../app/single-sign-on/open-id/knowledge.ts";
import { useProviders } from "../../app/single-sign-on/providers.ts";
import { eventsOf } from "../support/expectations.ts";
import { aBrowser, comeBackBy, goThere, isIn } from "../support/identity-providers/browser.ts";
import { anOpenIdProvider, type OpenIdMock } from "../support/identity-providers/open-id-mock.ts";
import type { Trouble } from "../support/identity-providers/outside.ts";
import { withClaims, without, type Claims } from "../support/identity-providers/raw-token.ts";
import { secondFactorOf } from "../support/identity-providers/sessions.ts";
import { linkedOfficer, wayThereAndBack } from "../support/identity-providers/signing-in.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("Signing in by OpenID Connect", () => {
  sandboxed();
  let mock: OpenIdMock;

  before(async () => {
    mock = await anOpenIdProvider();
  });
  beforeEach(async () => {
    mock.honest();
    mock.troubles.clear();
    useProviders([mock.provider]);
    mock.play.person = { sub: (await linkedOfficer(mock.provider)).subject };
  });
  after(async () => {
    useProviders(undefined);
    await mock.stop();
  });

  const expectRefused = async (reason: string, status = 403): Promise<void> => {
    const { shown, isIn: isInside, reasons } = await wayThereAndBack(mock.provider);
    expect(isInside, "a session").to.equal(false);
    expect([shown.status, reasons]).to.deep.equal([status, [reason]]);
  };

  it("offers the provider on the sign-in page, in both languages", async () => {
    const browser = aBrowser();
    const page = await browser.get("/sign-in?next=/files");
    const button = page.$(`a[href^='/single-sign-on/${mock.provider.id}']`);
    expect(button.attr("href")).to.equal(`/single-sign-on/${mock.provider.id}?next=%2Ffiles`);
    expect(button.text()).to.contain("राज्य प्रवेश से प्रवेश करें");
  });

  it("leads there and back to the page asked for, and records the door", async () => {
    const officer = await linkedOfficer(mock.provider);
    mock.play.person = { sub: officer.subject };
    const browser = aBrowser();
    const answer = await comeBackBy(
      browser,
      await goThere(browser, mock.provider.id, "/files?q=%E0%A4%95"),
    );
    expect([answer.status, answer.location]).to.deep.equal([303, "/files?q=%E0%A4%95"]);
    expect((await browser.get("/me")).status).to.equal(200);
    expect(await eventsOf(officer.accountId)).to.deep.equal(["access.signed-in"]);
  });

  it("gives the browser a new session and ends the one it had", async () => {
    const browser = aBrowser();
    await comeBackBy(browser, await goThere(browser, mock.provider.id));
    const before = browser.cookies.get("session") ?? "";
    await comeBackBy(browser, await goThere(browser, mock.provider.id));
    expect(browser.cookies.get("session")).not.to.equal(before);
    const other = aBrowser();
    other.cookies.set("session", before);
    expect((await other.get("/me")).status).to.equal(303);
  });

  it("asks each time with another state, nonce and challenge, all of 256 bits", async () => {
    const seen = new Set<string>();
    for (const _ of [1, 2, 3]) {
      await wayThereAndBack(mock.provider);
    }
    const asked = mock.asked.filter(({ url }) => url.pathname === "/authorize").slice(-3);
    for (const { url } of asked) {
      for (const name of ["state", "nonce", "code_challenge"]) {
        expect(url.searchParams.get(name)).to.match(/^[\w-]{43}$/);
        seen.add(url.searchParams.get(name) ?? "");
      }
    }
    expect(seen.size).to.equal(9);
  });

  describe("refuses a token reply", () => {
    const replies: Readonly<Record<string, (body: Claims) => unknown>> = {
      "without identity token": without("id_token"),
      "whose identity token is a number": (body) => ({ ...body, id_token: 7 }),
      "without access token": without("access_token"),
      "of another kind of token": (body) => ({ ...body, token_type: "mac" }),
      "that is a list": () => [],
      "that is nothing": () => null,
    };
    for (const [name, reply] of Object.entries(replies)) {
      it(name, async () => {
        mock.play.reply = reply;
        await expectRefused("token-refused");
      });
    }

    const troubles: Readonly<Record<Trouble, [reason: string, status: number]>> = {
      broken: ["provider-down", 503],
      silent: ["provider-down", 503],
      huge: ["provider-down", 503],
      elsewhere: ["provider-down", 503],
      page: ["token-refused", 403],
      packed: ["provider-down", 503],
      "cut-off": ["provider-down", 503],
    };
    for (const [trouble, [reason, status]] of Object.entries(troubles)) {
      it(`when its address is ${trouble}`, async () => {
        mock.troubles.set("/token", trouble as Trouble);
        await expectRefused(reason, status);
      });
    }
  });

  describe("reads userinfo, where it is told to", () => {
    const tell = async (
      userinfo: (claims: Claims) => unknown,
      trouble?: Trouble,
    ): Promise<readonly [boolean, readonly string[]]> => {
      useProviders([{ ...mock.provider, userinfo: true }]);
      mock.play.userinfo = userinfo;
      if (trouble) {
        mock.troubles.set("/userinfo", trouble);
      }
      const { isIn: isInside, reasons } = await wayThereAndBack(mock.provider);
      return [isInside, reasons];
    };

    it("and lets in whom it names", async () => {
      expect(await tell((claims) => claims)).to.deep.equal([true, []]);
    });
    it("but not when it names another", async () => {
      const other = (claims: Claims) => ({ ...claims, sub: "other" });
      expect(await tell(other)).to.deep.equal([false, ["identity-unreadable"]]);
    });
    it("nor when it names nobody", async () => {
      expect(await tell(() => ({}))).to.deep.equal([false, ["identity-unreadable"]]);
    });
    it("nor when it is too long", async () => {
      expect(await tell((claims) => claims, "huge")).to.deep.equal([false, ["provider-down"]]);
    });
  });

  it("counts a second factor only by the values agreed", async () => {
    const cases: readonly [Claims, boolean][] = [
      [{}, false],
      [{ acr: "gold" }, true],
      [{ acr: "silver" }, false],
      [{ amr: ["pwd", "otp"] }, true],
      [{ amr: ["pwd"] }, false],
      [{ amr: "otp" }, false],
    ];
    for (const [claims, isProved] of cases) {
      mock.play.claim = withClaims(claims);
      const browser = aBrowser();
      await comeBackBy(browser, await goThere(browser, mock.provider.id));
      expect(isIn(browser)).to.equal(true);
      expect(await secondFactorOf(browser), JSON.stringify(claims)).to.equal(isProved);
    }
  });

  it("forgets nothing of the provider in a restart", async () => {
    await wayThereAndBack(mock.provider);
    forgetKnowledge();
    mock.troubles.set("/.well-known/openid-configuration", "broken").set("/keys", "broken");
    const { isIn: isInside } = await wayThereAndBack(mock.provider);
    expect(isInside).to.equal(true);
  });
});
