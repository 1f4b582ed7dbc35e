import { expect } from "chai";
import { v7 as newId } from "uuid";
import { renewSession, rows } from "../../app/base/index.ts";
import { useProviders, subjectOf } from "../../app/single-sign-on/providers.ts";
import type { Provider } from "../../app/single-sign-on/provider-settings.ts";
import { forgetExpired } from "../../app/single-sign-on/provider-session.ts";
import type { AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import {
  aBrowser,
  comeBackBy,
  goThere,
  type Browser,
} from "../support/identity-providers/browser.ts";
import { anEPramaan } from "../support/identity-providers/e-pramaan-mock.ts";
import {
  anOpenIdProvider,
  firstKey,
  seconds,
  signed,
  strangerKey,
  type OpenIdMock,
} from "../support/identity-providers/open-id-mock.ts";
import { aParichay } from "../support/identity-providers/parichay-mock.ts";
import {
  byRsa,
  bySecret,
  rawToken,
  unsigned,
  without,
  type Claims,
} from "../support/identity-providers/raw-token.ts";
import { sessionIn } from "../support/identity-providers/sessions.ts";
import { linkedOfficer } from "../support/identity-providers/signing-in.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAsStranger, type Shown } from "../support/visit.ts";

interface Inside {
  readonly browser: Browser;
  readonly officer: AnOfficer & { readonly subject: string };
}

interface Who {
  readonly provider: Provider;
  readonly be: (subject: string) => void;
}

async function signedIn({ provider, be }: Who, known?: Inside["officer"]): Promise<Inside> {
  const officer = known ?? (await linkedOfficer(provider));
  be(officer.subject);
  const browser = aBrowser();
  await comeBackBy(browser, await goThere(browser, provider.id));
  return { browser, officer };
}

const signOut = async (browser: Browser): Promise<Shown> =>
  browser.post("/sign-out", { _csrf: await browser.csrf() });

/** Whether what the browser had still opens anything. */
async function isDead(browser: Browser, cookie = browser.cookies.get("session")): Promise<boolean> {
  const other = aBrowser();
  other.cookies.set("session", cookie ?? "");
  return (await other.get("/me")).status === 303;
}

/** As after a change of rights. */
async function renewIn(browser: Browser): Promise<void> {
  const session = await sessionIn(browser);
  const renewed = session && (await renewSession(session));
  browser.cookies.set("session", renewed?.token ?? "");
}

describe("Signing out of OpenID Connect", () => {
  sandboxed();
  let mock: OpenIdMock;

  before(async () => {
    mock = await anOpenIdProvider();
  });
  beforeEach(() => {
    mock.honest();
    useProviders([mock.provider]);
  });
  after(async () => {
    useProviders(undefined);
    await mock.stop();
  });

  it("ends the session here, then leads to the provider with its own token, once", async () => {
    const { browser } = await signedIn(mock);
    const cookie = browser.cookies.get("session");
    const left = await signOut(browser);
    expect([left.status, await isDead(browser, cookie)]).to.deep.equal([303, true]);
    expect(left.location).to.match(/^\/signed-out\/[\w-]{32}\?provider=/);
    const page = await browser.get(left.location ?? "");
    const [, address = ""] = /^0; url=(.*)$/.exec(page.headers.get("refresh") ?? "") ?? [];
    const url = new URL(address);
    expect(url.origin + url.pathname).to.equal(`${mock.origin}/logout`);
    expect(url.searchParams.get("id_token_hint")).to.match(/^eyJ/);
    expect(url.searchParams.get("post_logout_redirect_uri")).to.match(/\/sign-in$/);
    expect(page.$("main a").first().attr("href")).to.equal(address);
    const again = await browser.get(left.location ?? "");
    expect(again.headers.get("refresh")).to.equal(null);
    expect(await eventsOf(subjectOf(mock.provider).id)).to.deep.equal([
      "single-sign-on.signed-out",
    ]);
    expect(await rows("select 1 from provider_sessions")).to.deep.equal([]);
  });

  it("ends it also after the session's token was renewed", async () => {
    const { browser } = await signedIn(mock);
    await renewIn(browser);
    expect((await signOut(browser)).location).to.match(/^\/signed-out\//);
  });

  it("leads to the sign-in page where the provider knows of no signing out", async () => {
    const plain = await anOpenIdProvider();
    plain.play.describe = without("end_session_endpoint");
    useProviders([plain.provider]);
    const { browser } = await signedIn(plain);
    expect((await signOut(browser)).location).to.equal("/sign-in");
    await plain.stop();
  });

  it("leads to the sign-in page where the provider was taken away meanwhile", async () => {
    const { browser } = await signedIn(mock);
    useProviders([]);
    expect((await signOut(browser)).location).to.equal("/sign-in");
  });

  it("forgets what it kept once the session cannot live any more", async () => {
    await signedIn(mock);
    await rows("update provider_sessions set expires_at = now() - interval '1 second' returning 1");
    await forgetExpired();
    expect(await rows("select 1 from provider_sessions")).to.deep.equal([]);
  });

  describe("when the provider says so (back-channel)", () => {
    const send = (token: string, provider: Provider = mock.provider): Promise<Shown> =>
      visitAsStranger(`/single-sign-on/${provider.id}/back-channel-logout`, {
        method: "POST",
        headers: { accept: "*/*" },
        body: new URLSearchParams({ logout_token: token }),
      });
    const logout = (further: Claims): Claims => ({
      iss: mock.provider.issuer,
      aud: mock.provider.clientId,
      iat: seconds(),
      exp: seconds() + 120,
      jti: newId(),
      events: { "http://schemas.openid.net/event/backchannel-logout": {} },
      ...further,
    });
    const token = (claims: Claims): string => signed([firstKey], claims, "logout+jwt");

    it("ends the one session it names, and no other of the same person", async () => {
      const one = await signedIn(mock);
      mock.play.claim = (claims) => ({ ...claims, sid: "second" });
      const other = await signedIn(mock, one.officer);
      const answer = await send(token(logout({ sid: `sid-of-${one.officer.subject}` })));
      expect([answer.status, answer.headers.get("cache-control")]).to.deep.equal([200, "no-store"]);
      expect([await isDead(one.browser), await isDead(other.browser)]).to.deep.equal([true, false]);
      expect(await eventsOf(one.officer.accountId)).to.deep.equal([
        "access.signed-in",
        "access.signed-in",
        "single-sign-on.ended-from-there",
      ]);
    });

    it("ends all of a person whom it names, and none of anybody else", async () => {
      const one = await signedIn(mock);
      const second = await signedIn(mock, one.officer);
      const neighbour = await signedIn(mock);
      expect((await send(token(logout({ sub: one.officer.subject })))).status).to.equal(200);
      const dead = await Promise.all(
        [one, second, neighbour].map(({ browser }) => isDead(browser)),
      );
      expect(dead).to.deep.equal([true, true, false]);
    });

    it("ends it also after the session's token was renewed", async () => {
      const { browser, officer } = await signedIn(mock);
      await renewIn(browser);
      expect(await isDead(browser)).to.equal(false);
      await send(token(logout({ sub: officer.subject })));
      expect(await isDead(browser)).to.equal(true);
    });

    it("says yes to a session that is over already", async () => {
      expect((await send(token(logout({ sid: "long gone" })))).status).to.equal(200);
    });

    it("counts once", async () => {
      const first = await signedIn(mock);
      const text = token(logout({ sub: first.officer.subject }));
      expect((await send(text)).status).to.equal(200);
      const again = await signedIn(mock, first.officer);
      expect((await send(text)).status).to.equal(400);
      expect(await isDead(again.browser)).to.equal(false);
    });

    const forged: Readonly<Record<string, (subject: string) => string>> = {
      "that is none": () => "token",
      "that is empty": () => "",
      unsigned: (sub) => rawToken({ alg: "none" }, logout({ sub }), unsigned),
      "signed by another": (sub) =>
        rawToken({ alg: "RS256", kid: "first" }, logout({ sub }), byRsa(strangerKey.key)),
      "signed with our secret": (sub) =>
        rawToken({ alg: "HS256" }, logout({ sub }), bySecret(mock.provider.secret)),
      "for another client": (sub) => token(logout({ sub, aud: "another" })),
      "for us and another": (sub) => token(logout({ sub, aud: ["secretariat", "another"] })),
      "of another issuer": (sub) => token(logout({ sub, iss: "https://elsewhere.example" })),
      "that expired": (sub) => token(logout({ sub, iat: seconds() - 300, exp: seconds() - 120 })),
      "without expiry": (sub) => token(logout({ sub, exp: undefined })),
      "issued long ago": (sub) => token(logout({ sub, iat: seconds() - 1_200 })),
      "without a name of its own": (sub) => token(logout({ sub, jti: undefined })),
      "without event": (sub) => token(logout({ sub, events: undefined })),
      "of another event": (sub) => token(logout({ sub, events: { "urn:other": {} } })),
      "whose event is a word": (sub) => token(logout({ sub, events: "logout" })),
      "with a nonce, as identity tokens have": (sub) => token(logout({ sub, nonce: "n" })),
      "that names nobody": () => token(logout({})),
      "that names everybody by nothing": () => token(logout({ sub: "", sid: "" })),
    };
    for (const [name, make] of Object.entries(forged)) {
      it(`refuses a token ${name}`, async () => {
        const { browser, officer } = await signedIn(mock);
        const answer = await send(make(officer.subject));
        expect([answer.status, await isDead(browser)]).to.deep.equal([400, false]);
      });
    }

    it("refuses the identity token of the very person", async () => {
      let idToken = "";
      mock.play.forge = (claims) => (idToken = signed([firstKey], claims));
      const { browser } = await signedIn(mock);
      expect((await send(idToken)).status).to.equal(400);
      expect(await isDead(browser)).to.equal(false);
    });

    it("is not taken by providers that know nothing of it", async () => {
      const parichay = await aParichay();
      useProviders([parichay.provider]);
      expect((await send("token", parichay.provider)).status).to.equal(404);
      await parichay.stop();
    });
  });
});

describe("Signing out of Parichay and e-Pramaan", () => {
  sandboxed();
  after(() => useProviders(undefined));

  it("takes the token back at Parichay", async () => {
    const mock = await aParichay();
    useProviders([mock.provider]);
    const { browser } = await signedIn(mock);
    expect(mock.livingTokens()).to.equal(1);
    const left = await signOut(browser);
    expect([left.location, mock.livingTokens()]).to.deep.equal(["/sign-in", 0]);
    await mock.stop();
  });

  it("ends the session at e-Pramaan by a sealed request", async () => {
    const mock = await anEPramaan();
    useProviders([mock.provider]);
    const { browser, officer } = await signedIn(mock);
    await signOut(browser);
    expect(mock.ended).to.deep.equal([`session-of-${officer.subject}`]);
    await mock.stop();
  });

  it("ends the session here within a second, though the provider says nothing", async () => {
    const mock = await aParichay();
    useProviders([mock.provider]);
    const { browser } = await signedIn(mock);
    const cookie = browser.cookies.get("session");
    const csrf = await browser.csrf();
    mock.troubles.set("/pnv1/salt/api/oauth2/revoke", "silent");
    const leaving = browser.post("/sign-out", { _csrf: csrf });
    const started = performance.now();
    while (!(await isDead(browser, cookie)) && performance.now() - started < 3_000) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(performance.now() - started).to.be.lessThan(1_000);
    expect((await leaving).location).to.equal("/sign-in");
    const [event] = await rows<{ told: boolean }>(
      "select (detail->>'told')::boolean as told from events where subject_id = $id",
      { id: subjectOf(mock.provider).id },
    );
    expect(event?.told).to.equal(false);
    await mock.stop();
  });
});
