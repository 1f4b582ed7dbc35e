import { expect } from "chai";
import { startSession } from "../../app/base/index.ts";
import { hashPassword } from "../../app/access/index.ts";
import { useProviders } from "../../app/single-sign-on/providers.ts";
import { anOfficer } from "../support/builders.ts";
import { anOpenIdProvider } from "../support/identity-providers/open-id-mock.ts";
import { sandboxed } from "../support/sandbox.ts";
import { aSecureOffice } from "./secure-office.ts";

const form = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };

describe("Every cookie", () => {
  sandboxed();
  const office = aSecureOffice();
  before(office.open);
  after(office.close);

  function expectGuarded(cookies: readonly string[], name: string): void {
    const cookie = cookies.find((one) => one.startsWith(`${name}=`)) ?? "";
    expect(cookie.length, name).to.be.within(1, 4_096);
    const [, ...attributes] = cookie.toLowerCase().split("; ");
    expect(attributes).to.include.members(["secure", "httponly", "samesite=lax", "path=/"]);
    expect(attributes.join()).not.to.contain("domain");
    expect(cookies.filter((one) => !one.startsWith("__Host-"))).to.deep.equal([]);
  }

  it("is bound to this host over TLS, out of reach of scripts and other sites", async () => {
    const password = "right-horse-battery";
    const { login } = await anOfficer({ passwordHash: await hashPassword(password) });
    const body = new URLSearchParams({ login, password }).toString();
    const { status, cookies, text } = await office.ask("/sign-in", {
      method: "POST",
      headers: form,
      body,
    });
    expect(status).to.equal(303);
    expectGuarded(cookies, "__Host-session");
    expectGuarded(cookies, "__Host-language");
    const token = /__Host-session=([^;]+)/.exec(cookies.join())?.[1] ?? "";
    expect(token.length).to.be.at.least(43);
    expect(text).not.to.contain(token);
  });

  it("of a stranger's language is guarded alike, and read again", async () => {
    const told = await office.ask("/language", {
      method: "POST",
      headers: form,
      body: "language=en",
    });
    expectGuarded(told.cookies, "__Host-language");
    const page = async (cookie: string) =>
      (await office.ask("/sign-in", { headers: { cookie } })).text;
    expect(await page("__Host-language=en")).to.contain('lang="en"');
    expect(await page("language=en")).to.contain('<html lang="hi"');
  });

  it("of a sign-in elsewhere is guarded alike", async () => {
    const mock = await anOpenIdProvider();
    useProviders([mock.provider]);
    const told = await office.ask(`/single-sign-on/${mock.provider.id}`);
    useProviders(undefined);
    await mock.stop();
    expectGuarded(told.cookies, "__Host-sign-in");
  });

  it("counts under its full name only, whatever else the browser sends", async () => {
    const { accountId, postId } = await anOfficer();
    const token = await startSession({ accountId, actingPostId: postId, language: "en" });
    for (const cookie of [
      `session=${token}`,
      `__Secure-session=${token}`,
      `__host-session=${token}`,
    ]) {
      expect(
        (await office.ask("/me", { headers: { cookie, accept: "text/html" } })).status,
      ).to.equal(303);
    }
    const cookie = `__Host-session=${token}`;
    expect((await office.ask("/me", { headers: { cookie } })).status).to.equal(200);
    for (const path of [`/me?session=${token}`, `/me?__Host-session=${token}`]) {
      expect((await office.ask(path, { headers: { accept: "text/html" } })).status).to.equal(303);
    }
  });

  it("and what the browser kept goes with signing out", async () => {
    const { accountId, postId } = await anOfficer();
    const token = await startSession({ accountId, actingPostId: postId, language: "en" });
    const cookie = `__Host-session=${token}`;
    const page = await office.ask("/me", { headers: { cookie } });
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const body = new URLSearchParams({ _csrf: csrf }).toString();
    const out = await office.ask("/sign-out", {
      method: "POST",
      headers: { ...form, cookie },
      body,
    });
    expect(out.status).to.equal(303);
    expect(out.headers["clear-site-data"]).to.equal('"cache", "storage"');
    expect(out.cookies.join()).to.match(/__Host-session=;/);
    expect((await office.ask("/me", { headers: { cookie, accept: "text/html" } })).status).to.equal(
      303,
    );
  });
});
