import { expect } from "chai";
import { useProviders } from "../../app/single-sign-on/providers.ts";
import {
  aBrowser,
  comeBackBy,
  goFrom,
  goThere,
  type Browser,
} from "../support/identity-providers/browser.ts";
import { anOpenIdProvider, type OpenIdMock } from "../support/identity-providers/open-id-mock.ts";
import { withClaims, without } from "../support/identity-providers/raw-token.ts";
import { sessionIn } from "../support/identity-providers/sessions.ts";
import { linkedOfficer, reasonsAt } from "../support/identity-providers/signing-in.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("Proving again at the provider that it is oneself", () => {
  sandboxed();
  let mock: OpenIdMock;
  let browser: Browser;

  before(async () => {
    mock = await anOpenIdProvider();
  });
  beforeEach(async () => {
    mock.honest();
    useProviders([mock.provider]);
    mock.be((await linkedOfficer(mock.provider)).subject);
    browser = aBrowser();
    await comeBackBy(browser, await goThere(browser, mock.provider.id));
  });
  after(async () => {
    useProviders(undefined);
    await mock.stop();
  });

  const again = async (who = browser): Promise<readonly [number, string | null]> => {
    const address = `/single-sign-on/${mock.provider.id}?again=true&next=%2Fme`;
    const { status, location } = await comeBackBy(who, await goFrom(who, address));
    return [status, location];
  };
  const refusedFor = async (reason: string, who = browser): Promise<void> => {
    const before = who.cookies.get("session");
    expect((await again(who))[0]).to.equal(403);
    expect(await reasonsAt(mock.provider)).to.deep.equal([reason]);
    expect(who.cookies.get("session")).to.equal(before);
  };

  it("is offered where the session came by this provider", async () => {
    const page = await browser.get("/confirm-it-is-me?next=%2Fme");
    const address = page.$("a[href*='again=true']").attr("href");
    expect(address).to.equal(`/single-sign-on/${mock.provider.id}?again=true&next=%2Fme`);
  });

  it("gives the same session a new token and a fresh proof, and goes on", async () => {
    const before = await sessionIn(browser);
    expect(await again()).to.deep.equal([303, "/me"]);
    const after = await sessionIn(browser);
    expect(after?.id).not.to.equal(before?.id);
    expect(after?.csrf).to.equal(before?.csrf);
    expect(after?.provedAt ?? 0).to.be.greaterThan(before?.provedAt ?? 0);
  });

  it("is refused to another person, who does not come in either", async () => {
    mock.be((await linkedOfficer(mock.provider)).subject);
    await refusedFor("other-person");
  });

  it("is refused where there is no session", async () => {
    await refusedFor("other-person", aBrowser());
  });

  it("is refused when the provider did not ask again", async () => {
    mock.play.claim = withClaims({ auth_time: Math.floor(Date.now() / 1000) - 600 });
    await refusedFor("proof-stale");
  });

  it("is refused when the provider does not say when it asked", async () => {
    mock.play.claim = without("auth_time");
    await refusedFor("proof-stale");
  });
});
