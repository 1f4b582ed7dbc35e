import { expect } from "chai";
import { hashPassword } from "../../app/access/index.ts";
import { execute } from "../../app/base/index.ts";
import { allRoutes } from "../../app/modules.ts";
import { anApp } from "../support/access-builders.ts";
import { anOfficer, aPost } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs, visitAsStranger, type Shown } from "../support/visit.ts";

const password = "right-horse-battery";
const minute = 60_000;
const agoProved = (milliseconds: number) => ({ provedAt: Date.now() - milliseconds });

/** The form of a page as a browser would send it. */
function fieldsOf({ $ }: Shown, action: string): Record<string, string> {
  return Object.fromEntries(
    $(`form[action="${action}"] input`)
      .toArray()
      .map((input) => [$(input).attr("name") ?? "", $(input).val() as string]),
  );
}

describe("A weighty step", () => {
  sandboxed();

  const anAdministrator = async () =>
    anOfficer({ roles: ["administrator"], passwordHash: await hashPassword(password) });

  const grantOf = async () => ({
    postId: (await aPost()).id,
    role: "registry",
    fromOn: "2026-01-01",
  });

  it("is done at once within five minutes of a proof", async () => {
    const browser = await visitAs(await anAdministrator(), "en", agoProved(4.9 * minute));
    const { postId, ...grant } = await grantOf();
    const answer = await browser.post(`/posts/${postId}/roles`, grant);
    expect(answer.location).to.equal(`/posts/${postId}/roles`);
  });

  it("waits later for the code, keeps what was typed, and is then done with one press", async () => {
    const officer = await anAdministrator();
    const app = await anApp(officer.accountId);
    const browser = await visitAs(officer, "en", agoProved(5.1 * minute));
    const { postId, ...grant } = await grantOf();
    const address = `/posts/${postId}/roles`;
    const asked = await browser.post(address, grant);
    expect(asked.status).to.equal(403);
    expect(await eventsOf(postId)).to.deep.equal([]);
    const held = fieldsOf(asked, "/confirm-it-is-me");
    const wrong = await browser.post("/confirm-it-is-me", { ...held, code: "aaaaa-aaaaa" });
    expect(wrong.status).to.equal(401);
    const again = fieldsOf(wrong, "/confirm-it-is-me");
    expect(again["content"]).to.equal(held["content"]);
    const before = browser.cookie;
    const confirmed = await browser.post("/confirm-it-is-me", { ...again, code: app.code() });
    expect(confirmed.status).to.equal(200);
    expect(browser.cookie).not.to.equal(before);
    const waiting = fieldsOf(confirmed, address);
    expect(waiting).to.include({ role: "registry", fromOn: "2026-01-01" });
    expect((await browser.post(address, waiting)).location).to.equal(address);
    expect(await eventsOf(postId)).to.deep.equal(["access.role-granted"]);
  });

  it("asks for the password where there is no second factor, and counts what is wrong", async () => {
    const officer = await anAdministrator();
    const other = await anOfficer();
    const browser = await visitAs(officer, "en", agoProved(6 * minute));
    const address = `/accounts/${other.accountId}/disable`;
    const held = fieldsOf(await browser.post(address), "/confirm-it-is-me");
    const wrong = await browser.post("/confirm-it-is-me", { ...held, password: "wrong" });
    expect(wrong.status).to.equal(401);
    expect(await eventsOf(officer.accountId)).to.deep.equal(["access.sign-in-failed"]);
    expect((await browser.post("/confirm-it-is-me", { ...held })).status).to.equal(422);
    for (const _ of [1, 2, 3, 4]) {
      await browser.post("/confirm-it-is-me", { ...held, password: "wrong" });
    }
    expect((await browser.post("/confirm-it-is-me", { ...held, password })).status).to.equal(429);
    await execute("update accounts set locked_until = null where id = $id", {
      id: officer.accountId,
    });
    const confirmed = await browser.post("/confirm-it-is-me", { ...held, password });
    await browser.post(address, fieldsOf(confirmed, address));
    expect(await eventsOf(other.accountId)).to.deep.equal(["access.account-disabled"]);
  });

  it("does not take the password from who has a second factor", async () => {
    const officer = await anAdministrator();
    await anApp(officer.accountId);
    const browser = await visitAs(officer, "en", agoProved(6 * minute));
    expect((await browser.get("/confirm-it-is-me")).$("input[name=password]").length).to.equal(0);
    expect((await browser.post("/confirm-it-is-me", { password })).status).to.equal(422);
  });

  it("leads from a page to the confirmation and back, and never to another site", async () => {
    const officer = await anOfficer({ passwordHash: await hashPassword(password) });
    const browser = await visitAs(officer, "en", agoProved(6 * minute));
    const asked = await browser.get("/files/register.csv?q=x");
    const next = "/files/register.csv?q=x";
    expect(asked.location).to.equal(`/confirm-it-is-me?next=${encodeURIComponent(next)}`);
    const back = await browser.post("/confirm-it-is-me", { next, password });
    expect(back.location).to.equal(next);
    for (const elsewhere of ["//elsewhere.example", "https://elsewhere.example"]) {
      const answer = await browser.post("/confirm-it-is-me", { next: elsewhere, password });
      expect(answer.location).to.equal("/tray");
      const page = await browser.post("/confirm-it-is-me", {
        action: elsewhere,
        content: "{}",
        password,
      });
      expect(page.$("form.form").attr("action")).to.equal("/tray");
    }
  });

  it("is refused in JSON with a word that programs know; a token was made with a proof", async () => {
    const officer = await anAdministrator();
    const browser = await visitAs(officer, "en", agoProved(6 * minute));
    const { postId, ...grant } = await grantOf();
    const answer = await visitAsStranger(`/posts/${postId}/roles`, {
      method: "POST",
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        cookie: browser.cookie,
        "x-csrf-token": browser.csrf,
      },
      body: JSON.stringify(grant),
    });
    expect(answer.status).to.equal(403);
    expect(answer.json()).to.include({ type: "urn:secretariat:step-up" });
    const program = await programOf(officer);
    expect((await program.post(`/posts/${postId}/roles`, grant)).status).to.equal(201);
  });

  it("is never open to who has not proved anything yet, nor by confirming without a session", async () => {
    const officer = await anAdministrator();
    const browser = await visitAs(officer, "en", { provedAt: null });
    expect((await browser.get("/me/security/app")).location).to.contain("/confirm-it-is-me");
    const stranger = await visitAsStranger("/confirm-it-is-me");
    expect(stranger.location).to.contain("/sign-in");
    const posted = await visitAsStranger("/confirm-it-is-me", {
      method: "POST",
      body: new URLSearchParams({ password }),
    });
    expect(posted.status).to.equal(401);
    expect((await (await programOf(officer)).post("/confirm-it-is-me", {})).status).to.equal(403);
  });

  it("is one of these", () => {
    const weighty = allRoutes
      .filter(({ fresh }) => fresh)
      .map(({ method, path }) => `${method} ${path}`);
    expect(weighty).to.include.members([
      "POST /drafts/:id/signature",
      "POST /drafts/:id/scan",
      "POST /scans",
      "POST /posts/:postId/roles",
      "POST /role-grants/:grantId/withdraw",
      "POST /me/tokens",
      "POST /accounts/:accountId/reset-password",
      "POST /accounts/:accountId/reset-second-factors",
      "POST /accounts/first-passwords",
      "POST /accounts/:accountId/disable",
      "POST /accounts/:accountId/door",
      "POST /office/posts/:postId/charges",
      "POST /office/posts/:postId/hand-over",
      "POST /office/charges/:chargeId/end",
      "GET /files/register.csv",
      "GET /outward.csv",
      "GET /receipts/sheet",
      "POST /me/security/app",
      "POST /me/security/passkey",
      "POST /me/security/:factorId/removal",
      "POST /me/security/recovery-codes",
    ]);
  });
});
