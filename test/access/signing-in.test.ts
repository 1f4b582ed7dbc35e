import { expect } from "chai";
import { hashPassword } from "../../app/access/index.ts";
import { change, execute, row, startSession } from "../../app/base/index.ts";
import { redis } from "../../app/base/redis.ts";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs, visitAsStranger } from "../support/visit.ts";

describe("Signing in", () => {
  sandboxed();

  const attempt = (login: string, password: string) =>
    visitAsStranger("/sign-in", {
      method: "POST",
      body: new URLSearchParams({ login, password }),
    });

  const withPassword = async (): Promise<AnOfficer> =>
    anOfficer({ passwordHash: await hashPassword("right-horse-battery") });

  const askWith = (token: string) =>
    visitAsStranger("/me", { headers: { accept: "text/html", cookie: `session=${token}` } });

  it("opens a session and leads to the tray", async () => {
    const officer = await withPassword();
    const answer = await attempt(officer.login, "right-horse-battery");
    expect([answer.status, answer.location]).to.deep.equal([303, "/tray"]);
    expect(answer.headers.get("set-cookie")).to.match(/session=.*httponly/i);
    expect(await eventsOf(officer.accountId)).to.deep.equal(["access.signed-in"]);
  });

  it("refuses a wrong password on the form itself, keeping the login", async () => {
    const officer = await withPassword();
    const answer = await attempt(officer.login, "wrong");
    expect(answer.status).to.equal(401);
    expect(answer.$("input[name=login]").val()).to.equal(officer.login);
    expect(answer.$("input[name=password]").val()).to.equal("");
    expect(await eventsOf(officer.accountId)).to.deep.equal(["access.sign-in-failed"]);
  });

  it("says the same of a login that nobody has, and takes as long", async () => {
    const officer = await withPassword();
    const time = async (login: string) => {
      const started = performance.now();
      const answer = await attempt(login, "wrong");
      return { took: performance.now() - started, words: answer.$(".error-summary").text() };
    };
    await time(officer.login);
    const [known, unknown] = [[], []] as [number[], number[]];
    for (const _ of [1, 2, 3]) {
      const [one, other] = [await time(officer.login), await time("nobody.of.this.name")];
      expect(one.words).to.equal(other.words);
      known.push(one.took);
      unknown.push(other.took);
    }
    const ratio = Math.min(...known) / Math.min(...unknown);
    expect(ratio).to.be.within(0.33, 3);
  });

  it("rests after five wrong passwords, even for the right one, and then opens again", async () => {
    const officer = await withPassword();
    for (const _ of [1, 2, 3, 4, 5]) {
      expect((await attempt(officer.login, "wrong")).status).to.equal(401);
    }
    const locked = await attempt(officer.login, "right-horse-battery");
    expect(locked.status).to.equal(429);
    expect(locked.text).to.contain("15");
    await execute("update accounts set locked_until = now() - interval '1 minute' where id = $id", {
      id: officer.accountId,
    });
    expect((await attempt(officer.login, "right-horse-battery")).status).to.equal(303);
  });

  it("leads a stranger to the form and back to the page asked for", async () => {
    const answer = await visitAsStranger("/tray?desk=sent");
    expect(answer.location).to.equal("/sign-in?next=%2Ftray%3Fdesk%3Dsent");
  });

  it("never leads to another site", async () => {
    const officer = await withPassword();
    for (const next of [
      "https://elsewhere.example",
      "//elsewhere.example",
      "/\\elsewhere.example",
    ]) {
      const answer = await visitAsStranger("/sign-in", {
        method: "POST",
        body: new URLSearchParams({ login: officer.login, password: "right-horse-battery", next }),
      });
      expect(answer.location).to.equal("/tray");
    }
  });

  it("refuses a write that another site made the browser send", async () => {
    const browser = await visitAs(await anOfficer());
    const answer = await browser.post("/sign-out", { _csrf: "wrong" });
    expect(answer.status).to.equal(403);
  });

  it("counts no more once the account is disabled in the middle of a session", async () => {
    const officer = await anOfficer();
    const browser = await visitAs(officer);
    expect((await browser.get("/me")).status).to.equal(200);
    await change("accounts", { id: officer.accountId }, { disabledAt: new Date() });
    expect((await browser.get("/me")).location).to.equal("/sign-in?next=%2Fme");
  });

  it("counts no more once the session is past its idle or its absolute limit", async () => {
    const { accountId, postId } = await anOfficer();
    const token = await startSession({ accountId, actingPostId: postId, language: "en" });
    expect((await askWith(token)).status).to.equal(200);
    const [id = ""] = await redis().smembers(`sessions-of:${accountId}`);
    const kept = JSON.parse((await redis().get(`session:${id}`)) ?? "{}") as object;
    const old = { ...kept, startedAt: Date.now() - 11 * 3_600_000 };
    await redis().set(`session:${id}`, JSON.stringify(old));
    expect((await askWith(token)).status).to.equal(303);
    const idle = await startSession({ accountId, actingPostId: postId, language: "en" });
    for (const one of await redis().smembers(`sessions-of:${accountId}`)) {
      await redis().del(`session:${one}`);
    }
    expect((await askWith(idle)).status).to.equal(303);
  });

  it("counts no more at the next request once the charge has ended", async () => {
    const officer = await anOfficer();
    const browser = await visitAs(officer);
    expect((await browser.get("/me")).status).to.equal(200);
    await execute("update charges set until_on = current_date - 2 where employee_id = $id", {
      id: officer.employeeId,
    });
    const refused = await browser.get("/me");
    expect(refused.status).to.equal(403);
    expect(refused.$("h1").text()).to.contain("आज आप किसी पद पर नहीं हैं");
    expect((await browser.get("/sign-in")).status).to.equal(200);
  });

  it("lets nobody act as a post he does not hold", async () => {
    const [officer, other] = [await anOfficer(), await anOfficer()];
    const browser = await visitAs(officer);
    expect((await browser.post("/acting", { postId: other.postId })).status).to.equal(404);
    const kept = await row<{ post: string | null }>(
      "select acting_post_id as post from accounts where id = $id",
      { id: officer.accountId },
    );
    expect(kept?.post).to.equal(null);
  });
});
