import { expect } from "chai";
import { hashPassword } from "../../app/access/index.ts";
import { makeRecoveryCodes } from "../../app/access/second-factor/recovery-codes.ts";
import { execute, insert, row, rows } from "../../app/base/index.ts";
import { anApp, codesOf } from "../support/access-builders.ts";
import { anOfficer, aUnit, type AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { browserWith, programOf, visitAs, visitAsStranger } from "../support/visit.ts";

const password = "right-horse-battery";
const owing = { secondFactor: false, provedAt: null };

describe("A second factor", () => {
  sandboxed();

  /** Signs in at the door; the browser then holds what it was given. */
  async function comeIn(officer: AnOfficer) {
    const answer = await visitAsStranger("/sign-in", {
      method: "POST",
      body: new URLSearchParams({ login: officer.login, password, next: "/notices" }),
    });
    const token = /session=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "";
    return { answer, browser: await browserWith(token) };
  }

  const withPassword = async (given: Parameters<typeof anOfficer>[0] = {}) =>
    anOfficer({ ...given, passwordHash: await hashPassword(password) });

  it("is asked after the password, and then leads where one wanted to go", async () => {
    const officer = await withPassword();
    const app = await anApp(officer.accountId);
    const { answer, browser } = await comeIn(officer);
    expect(answer.location).to.equal("/second-factor?next=%2Fnotices");
    const before = browser.cookie;
    const proved = await browser.post("/second-factor", { code: app.code(), next: "/notices" });
    expect([proved.status, proved.location]).to.deep.equal([303, "/notices"]);
    expect(browser.cookie).not.to.equal(before);
    expect((await browser.get("/notices")).status).to.equal(200);
    const old = await visitAsStranger("/me", { headers: { accept: "text/html", cookie: before } });
    expect(old.location).to.equal("/sign-in?next=%2Fme");
    expect(await eventsOf(officer.accountId)).to.deep.equal([
      "access.signed-in",
      "access.second-factor-proved",
    ]);
  });

  it("keeps everything shut until it is proved, but the language and the way out", async () => {
    const officer = await anOfficer();
    await anApp(officer.accountId);
    const browser = await visitAs(officer, "en", owing);
    for (const path of ["/tray", "/me", "/me/security", "/me/security/app", "/password"]) {
      expect((await browser.get(path)).location, path).to.equal(
        `/second-factor?next=${encodeURIComponent(path)}`,
      );
    }
    const asked = await visitAsStranger("/tray", {
      headers: { accept: "application/json", cookie: browser.cookie },
    });
    expect(asked.status).to.equal(403);
    expect(asked.json()).to.include({ type: "urn:secretariat:second-factor" });
    expect((await browser.get("/second-factor")).status).to.equal(200);
    expect((await browser.post("/language", { language: "hi" })).status).to.equal(303);
    expect((await browser.post("/sign-out")).location).to.equal("/sign-in");
  });

  it("takes the code before and the one after, and none further off", async () => {
    for (const [steps, status] of [
      [-1, 303],
      [1, 303],
      [-3, 401],
      [3, 401],
    ] as const) {
      const officer = await anOfficer();
      const app = await anApp(officer.accountId);
      const browser = await visitAs(officer, "en", owing);
      const answer = await browser.post("/second-factor", { code: app.code(steps) });
      expect(answer.status, String(steps)).to.equal(status);
    }
  });

  it("takes each code once, and none that is older than the last", async () => {
    const officer = await anOfficer();
    const app = await anApp(officer.accountId);
    const [one, other, late] = [
      await visitAs(officer, "en", owing),
      await visitAs(officer, "en", owing),
      await visitAs(officer, "en", owing),
    ];
    const code = app.code();
    expect((await one.post("/second-factor", { code })).status).to.equal(303);
    const again = await other.post("/second-factor", { code });
    expect(again.status).to.equal(401);
    expect(again.text).to.contain("used before");
    expect((await late.post("/second-factor", { code: app.code(-1) })).status).to.equal(401);
    expect((await late.post("/second-factor", { code: app.code(1) })).status).to.equal(303);
  });

  it("is nobody else's", async () => {
    const [officer, other] = [await anOfficer(), await anOfficer()];
    await anApp(officer.accountId);
    const foreign = await anApp(other.accountId);
    const [code = ""] = await makeRecoveryCodes(other);
    const browser = await visitAs(officer, "en", owing);
    expect((await browser.post("/second-factor", { code: foreign.code() })).status).to.equal(401);
    expect((await browser.post("/second-factor", { code })).status).to.equal(401);
  });

  it("rests after ten wrong codes, even for the right one, and opens again", async () => {
    const officer = await anOfficer();
    const app = await anApp(officer.accountId);
    const browser = await visitAs(officer, "en", owing);
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await browser.post("/second-factor", { code: "aaaaa-aaaaa" })).status).to.equal(401);
    }
    const locked = await browser.post("/second-factor", { code: app.code() });
    expect(locked.status).to.equal(429);
    expect(locked.text).to.contain("15");
    await execute("update second_factor_tries set locked_until = now() where account_id = $id", {
      id: officer.accountId,
    });
    expect((await browser.post("/second-factor", { code: app.code() })).status).to.equal(303);
    const refusals = (await eventsOf(officer.accountId)).filter(
      (action) => action === "access.second-factor-refused",
    );
    expect(refusals).to.have.length(10);
  });

  it("can be a recovery code, each once", async () => {
    const officer = await anOfficer();
    await anApp(officer.accountId);
    const codes = await makeRecoveryCodes(officer);
    expect(new Set(codes).size).to.equal(10);
    const kept = await rows<{ hash: string }>(
      "select code_hash as hash from recovery_codes where account_id = $id",
      { id: officer.accountId },
    );
    expect(kept.some(({ hash }) => codes.includes(hash))).to.equal(false);
    const code = codes[3] ?? "";
    const [one, other] = [await visitAs(officer, "en", owing), await visitAs(officer, "en", owing)];
    const typed = code.toUpperCase().replace("-", " ");
    expect((await one.post("/second-factor", { code: typed })).status).to.equal(303);
    expect((await other.post("/second-factor", { code })).status).to.equal(401);
  });

  it("does not bind programs, whose token was made with it", async () => {
    const officer = await anOfficer({ roles: ["administrator"] });
    await anApp(officer.accountId);
    expect((await (await programOf(officer)).get("/notices")).status).to.equal(200);
  });

  describe("is demanded", () => {
    it("of administrators and signatories, who set one up before anything else", async () => {
      for (const role of ["administrator", "signatory"] as const) {
        const officer = await withPassword({ roles: [role] });
        const { answer, browser } = await comeIn(officer);
        expect(answer.location, role).to.equal("/me/security?next=%2Fnotices");
        expect((await browser.get("/tray")).location).to.equal("/me/security");
        expect((await browser.get("/me/security")).$(".notice-warning").length).to.equal(1);
        expect((await browser.get("/me/security/app")).status).to.equal(200);
      }
    });

    it("of nobody else unless it is ordered, by right or by unit, from a day on", async () => {
      const department = await aUnit({ kind: "department" });
      const unit = await aUnit({ parent: department });
      const officer = await anOfficer({ unit, roles: ["registry"] });
      const step = async () =>
        (await (await visitAs(officer, "en", { secondFactor: false })).get("/notices")).location;
      const order = (name: string, value: unknown, given: object = {}) =>
        insert("parameters", {
          name: `access.second-factor-${name}`,
          value: JSON.stringify(value),
          fromOn: "2026-01-01",
          ...given,
        });
      expect(await step()).to.equal(null);
      await order("unit", true, { unitId: department.id, fromOn: "2999-01-01" });
      expect(await step()).to.equal(null);
      await order("unit", true, { unitId: department.id });
      expect(await step()).to.equal("/me/security");
      await order("unit", false, { unitId: department.id, fromOn: "2026-02-01" });
      expect(await step()).to.equal(null);
      await order("roles", ["registry"]);
      expect(await step()).to.equal("/me/security");
    });

    it("at the next request once the post gets the right", async () => {
      const officer = await anOfficer();
      const browser = await visitAs(officer, "en", { secondFactor: false });
      expect((await browser.get("/notices")).status).to.equal(200);
      await execute(
        `insert into role_grants (id, post_id, role, from_on)
         values (gen_random_uuid(), $post, 'administrator', '2020-01-01')`,
        { post: officer.postId },
      );
      expect((await browser.get("/notices")).location).to.equal("/me/security");
    });
  });

  describe("is kept by its owner", () => {
    const secretOn = (page: { $: (selector: string) => { text(): string } }) =>
      page.$("code.secret").text();

    it("who adds an app by its first code, proves it thereby, and gets recovery codes", async () => {
      const officer = await anOfficer({ roles: ["administrator"] });
      const browser = await visitAs(officer, "en", { secondFactor: false });
      const page = await browser.get("/me/security/app");
      const code = codesOf(secretOn(page));
      expect(secretOn(await browser.get("/me/security/app"))).to.equal(secretOn(page));
      const wrong = await browser.post("/me/security/app", { name: "फ़ोन", code: "000000" });
      expect(wrong.status).to.equal(422);
      const added = await browser.post("/me/security/app", { name: "फ़ोन", code: code() });
      expect(added.$(".codes code").length).to.equal(10);
      expect((await browser.get("/notices")).status).to.equal(200);
      const reused = await visitAs(officer, "en", owing);
      expect((await reused.post("/second-factor", { code: code() })).status).to.equal(401);
      expect(await eventsOf(officer.accountId)).to.include.members([
        "access.second-factor-added",
        "access.recovery-codes-made",
      ]);
      const kept = await row<{ secret: string }>(
        "select secret from authenticator_apps where account_id = $id",
        { id: officer.accountId },
      );
      expect(kept?.secret).not.to.contain(secretOn(page).replace(/ /g, ""));
    });

    it("who names it and removes it; the last one only where none is demanded", async () => {
      const officer = await anOfficer({ roles: ["administrator"] });
      const app = await anApp(officer.accountId);
      const second = await anApp(officer.accountId);
      const browser = await visitAs(officer);
      await browser.post(`/me/security/${app.id}`, { name: "Office phone" });
      expect((await browser.get("/me/security")).text).to.contain("Office phone");
      expect((await browser.post(`/me/security/${app.id}/removal`)).status).to.equal(303);
      expect((await browser.post(`/me/security/${second.id}/removal`)).status).to.equal(409);
      await execute("update role_grants set until_on = '2020-01-02' where post_id = $post", {
        post: officer.postId,
      });
      expect((await browser.post(`/me/security/${second.id}/removal`)).status).to.equal(303);
      expect((await eventsOf(officer.accountId)).slice(0, 2)).to.deep.equal([
        "access.second-factor-named",
        "access.second-factor-removed",
      ]);
    });

    it("and by nobody else", async () => {
      const [officer, other] = [await anOfficer(), await anOfficer({ roles: ["administrator"] })];
      const app = await anApp(officer.accountId);
      const browser = await visitAs(other);
      expect((await browser.get(`/me/security/${app.id}`)).status).to.equal(404);
      expect((await browser.post(`/me/security/${app.id}/removal`)).status).to.equal(404);
      const program = await programOf(officer);
      expect((await program.post(`/me/security/${app.id}/removal`)).status).to.equal(403);
      expect((await program.get("/me/security/app")).status).to.equal(403);
    });

    it("until an administrator resets what was lost; he himself cannot reset his own", async () => {
      const officer = await anOfficer();
      await anApp(officer.accountId);
      await makeRecoveryCodes(officer);
      const administrator = await anOfficer({ roles: ["administrator"] });
      await anApp(administrator.accountId);
      const [theirs, browser] = [await visitAs(officer), await visitAs(administrator)];
      const reset = (accountId: string) =>
        browser.post(`/accounts/${accountId}/reset-second-factors`);
      expect((await reset(administrator.accountId)).status).to.equal(403);
      expect((await reset(officer.accountId)).status).to.equal(303);
      expect((await theirs.get("/tray")).location).to.equal("/sign-in?next=%2Ftray");
      expect((await (await visitAs(officer, "en", owing)).get("/notices")).status).to.equal(200);
      expect((await reset(officer.accountId)).status).to.equal(409);
      expect(await eventsOf(officer.accountId)).to.include("access.second-factors-reset");
      const plain = await visitAs(await anOfficer());
      const refused = await plain.post(`/accounts/${officer.accountId}/reset-second-factors`);
      expect(refused.status).to.equal(403);
    });
  });
});
