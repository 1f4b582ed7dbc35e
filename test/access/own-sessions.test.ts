import { expect } from "chai";
import { describeDevice } from "../../app/access/sessions/describe-device.ts";
import { hashPassword, joinDoor } from "../../app/access/index.ts";
import {
  addFlash,
  config,
  insert,
  readSession,
  sessionsOf,
  startSession,
  unavailable,
} from "../../app/base/index.ts";
import { v7 as newId } from "uuid";
import { anOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { browserWith, siteOrigin, visitAs, visitAsStranger } from "../support/visit.ts";

const windows =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
const password = "right-horse-battery";

const tokenOf = (cookie: string): string => cookie.replace("session=", "");
const askWith = (cookie: string, path = "/me") =>
  visitAsStranger(path, { headers: { accept: "text/html", cookie } });

describe("Sessions", () => {
  sandboxed();

  it("are listed in plain words: where, since when, by which door", async () => {
    const officer = await anOfficer();
    const browser = await visitAs(officer, "en", { device: windows });
    const page = await browser.get("/me/sessions");
    expect(page.$("main tbody tr").length).to.equal(1);
    expect(page.text).to.contain("Chrome on Windows").and.to.contain("Login and password");
    expect(page.text).to.contain("with second factor").and.to.contain("this one");
  });

  it("know their device by what it says of itself", () => {
    for (const [said, browser, system] of [
      [windows, "Chrome", "Windows"],
      [`${windows} Edg/140.0`, "Edge", "Windows"],
      [
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Firefox",
        "Linux",
      ],
      [
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
        "Safari",
        "iOS",
      ],
      ["Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36", "Chrome", "Android"],
      ["<script>alert(1)</script>", null, null],
      [null, null, null],
    ] as const) {
      expect(describeDevice(said), String(said)).to.deep.equal({ browser, system });
    }
  });

  it("are ended one by one by their owner; another's do not exist", async () => {
    const [officer, other] = [await anOfficer(), await anOfficer()];
    const [here, there, foreign] = [
      await visitAs(officer),
      await visitAs(officer),
      await visitAs(other),
    ];
    const idOf = async (cookie: string) => (await readSession(tokenOf(cookie)))?.id ?? "";
    const id = await idOf(there.cookie);
    expect((await here.post(`/me/sessions/${id}/end`)).location).to.equal("/me/sessions");
    expect((await there.get("/me")).location).to.equal("/sign-in?next=%2Fme");
    expect((await here.get("/me")).status).to.equal(200);
    const theirs = await idOf(foreign.cookie);
    expect((await here.post(`/me/sessions/${theirs}/end`)).status).to.equal(404);
    expect((await foreign.get("/me")).status).to.equal(200);
    expect(await eventsOf(officer.accountId)).to.deep.equal(["access.session-ended"]);
  });

  it("are ended though they took a new token since they were listed", async () => {
    const officer = await anOfficer();
    const [here, there] = [await visitAs(officer), await visitAs(officer)];
    const page = await here.get("/me/sessions");
    const address = page.$("main tbody form").attr("action") ?? "";
    const listed = page.$("main tbody form").length;
    const before = there.cookie;
    await there.post("/acting", { postId: officer.postId });
    expect([listed, there.cookie === before]).to.deep.equal([1, false]);
    expect((await here.post(address)).location).to.equal("/me/sessions");
    expect((await there.get("/me")).status).to.equal(303);
    expect((await here.get("/me")).status).to.equal(200);
  });

  it("are ended all but the present one, which gets a new token", async () => {
    const officer = await anOfficer();
    const [here, there] = [await visitAs(officer), await visitAs(officer)];
    const before = here.cookie;
    await here.post("/me/sessions/end");
    expect((await there.get("/me")).status).to.equal(303);
    expect((await askWith(before)).status).to.equal(303);
    const page = await here.get("/me");
    expect(page.status).to.equal(200);
    expect(page.text).to.contain("The other sessions are ended.");
  });

  it("of others are seen and ended by administrators only", async () => {
    const [officer, administrator] = [
      await anOfficer(),
      await anOfficer({ roles: ["administrator"] }),
    ];
    const [theirs, browser] = [await visitAs(officer), await visitAs(administrator)];
    const list = `/accounts/${officer.accountId}/sessions`;
    expect((await browser.get(list)).$("main tbody tr").length).to.equal(1);
    const [session] = await sessionsOf(officer.accountId);
    expect((await theirs.get(list)).status).to.equal(403);
    expect((await browser.post(`${list}/${session?.id ?? ""}/end`)).status).to.equal(303);
    expect((await theirs.get("/me")).status).to.equal(303);
    expect((await browser.post(`${list}/${session?.id ?? ""}/end`)).status).to.equal(404);
    expect(await eventsOf(officer.accountId)).to.deep.equal(["access.session-ended"]);
  });

  it("get a new token with another post, keep their form token and what was to be said", async () => {
    const officer = await anOfficer();
    const other = await anOfficer();
    await insert("charges", {
      id: newId(),
      postId: other.postId,
      employeeId: officer.employeeId,
      kind: "additional",
      fromOn: "2020-01-01",
    });
    const browser = await visitAs(officer);
    const before = browser.cookie;
    const session = await readSession(tokenOf(before));
    if (session) {
      await addFlash(session, [{ kind: "done", words: "Said before the change" }]);
    }
    await browser.post("/acting", { postId: other.postId });
    expect(browser.cookie).not.to.equal(before);
    expect((await askWith(before)).location).to.equal("/sign-in?next=%2Fme");
    const after = await readSession(tokenOf(browser.cookie));
    expect(after).to.include({ actingPostId: other.postId, csrf: session?.csrf ?? "" });
    expect(after?.startedAt).to.equal(session?.startedAt);
    expect((await browser.get("/me")).text).to.contain("Said before the change");
    expect((await browser.post("/notices/reading")).status).to.equal(303);
  });

  it("get a new token at the next page once the post has other rights", async () => {
    const officer = await anOfficer();
    const browser = await visitAs(officer);
    await browser.get("/me");
    const before = browser.cookie;
    await browser.get("/me");
    expect(browser.cookie).to.equal(before);
    await insert("role_grants", {
      id: newId(),
      postId: officer.postId,
      role: "registry",
      fromOn: "2020-01-01",
    });
    const piece = await visitAsStranger("/me", {
      headers: { accept: "text/html", cookie: before, "sec-fetch-dest": "empty" },
    });
    expect([piece.status, piece.headers.get("set-cookie")]).to.deep.equal([200, null]);
    expect((await browser.get("/me")).status).to.equal(200);
    expect(browser.cookie).not.to.equal(before);
    expect((await askWith(before)).status).to.equal(303);
  });

  it("are not revived by a renewal that comes after their end", async () => {
    const officer = await anOfficer();
    const browser = await visitAs(officer);
    const [one, other] = await Promise.all([
      browser.post("/sign-out"),
      visitAsStranger("/me/sessions/end", {
        method: "POST",
        headers: { accept: "text/html", cookie: browser.cookie },
        body: new URLSearchParams({ _csrf: browser.csrf }),
      }),
    ]);
    expect(one.status).to.equal(303);
    const given = /session=([^;,]+)/.exec(other.headers.get("set-cookie") ?? "")?.[1];
    const living = await sessionsOf(officer.accountId);
    expect(living.length).to.be.lessThanOrEqual(given === undefined ? 0 : 1);
  });

  it("end with signing out: the token opens nothing, and the browser forgets what it kept", async () => {
    const browser = await visitAs(await anOfficer());
    const before = browser.cookie;
    const out = await browser.post("/sign-out");
    expect(out.headers.get("clear-site-data")).to.equal('"cache", "storage"');
    expect(out.headers.get("set-cookie")).to.match(/session=;.*expires=Thu, 01 Jan 1970/i);
    expect((await askWith(before)).location).to.equal("/sign-in?next=%2Fme");
    const again = await visitAsStranger("/notices/reading", {
      method: "POST",
      headers: { accept: "text/html", cookie: before },
      body: new URLSearchParams({ _csrf: browser.csrf }),
    });
    expect(again.status).to.equal(401);
  });

  it("take no token that a browser brought along, whatever it proves later", async () => {
    const officer = await anOfficer({ passwordHash: await hashPassword(password) });
    const planted = "b".repeat(43);
    const answer = await fetch(`${await siteOrigin()}/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: `session=${planted}` },
      body: new URLSearchParams({ login: officer.login, password }),
    });
    expect(answer.headers.get("set-cookie")).not.to.contain(planted);
    expect((await askWith(`session=${planted}`)).status).to.equal(303);
  });

  it("last as the office orders, never longer than the installation allows", async () => {
    const officer = await anOfficer({ passwordHash: await hashPassword(password) });
    const order = (name: string, value: number) =>
      insert("parameters", {
        name: `access.session-${name}`,
        value: JSON.stringify(value),
        fromOn: "2026-01-01",
      });
    await order("idle-minutes", 15);
    await order("absolute-minutes", 1_000_000);
    const answer = await visitAsStranger("/sign-in", {
      method: "POST",
      headers: { "user-agent": windows },
      body: new URLSearchParams({ login: officer.login, password }),
    });
    const token = /session=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "";
    const session = await readSession(token);
    expect(session).to.include({
      idleSeconds: 900,
      absoluteSeconds: config().SESSION_ABSOLUTE_MINUTES * 60,
      door: "password",
      device: windows,
    });
    const browser = await browserWith(token);
    expect((await browser.get("/me")).status).to.equal(200);
    const long = await startSession({
      accountId: officer.accountId,
      actingPostId: null,
      language: "en",
      idleSeconds: 1e9,
    });
    expect((await readSession(long))?.idleSeconds).to.equal(config().SESSION_IDLE_MINUTES * 60);
  });

  it("live on while the directory by which they came in is away; only a new proof needs it", async () => {
    const officer = await anOfficer();
    joinDoor({
      name: "directory",
      serves: ({ id }) => id === officer.accountId,
      proves: () => Promise.reject(unavailable("The directory does not answer. Try again later.")),
    });
    const browser = await visitAs(officer, "en", { door: "directory", provedAt: null });
    expect((await browser.get("/notices")).status).to.equal(200);
    expect((await browser.get("/me/sessions")).text).to.contain("Directory of the government");
    expect((await browser.post("/confirm-it-is-me", { password })).status).to.equal(503);
    expect((await browser.get("/notices")).status).to.equal(200);
    expect(await eventsOf(officer.accountId)).to.deep.equal([]);
  });
});
