import { expect } from "chai";
import { changePassword, hashPassword, resetPassword } from "../../app/access/index.ts";
import { isCommon } from "../../app/access/common-passwords.ts";
import { change, insert, row } from "../../app/base/index.ts";
import { v7 as newId } from "uuid";
import { anOfficer, type AnOfficer } from "../support/builders.ts";
import { eventsOf, refused } from "../support/expectations.ts";
import { anAdministrator } from "../support/organisation-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs, visitAsStranger } from "../support/visit.ts";

const present = "right-horse-battery";
const next = "नदी पहाड़ आम का पेड़";

describe("Passwords", () => {
  sandboxed();

  const withPassword = async (): Promise<AnOfficer> =>
    anOfficer({ passwordHash: await hashPassword(present) });

  const wrongField = async (officer: AnOfficer, given: object): Promise<string | undefined> => {
    const whole = { present, password: next, again: next, ...given };
    return (await refused(changePassword(officer, whole))).fields[0]?.field;
  };

  it("are changed by their owner, in Hindi too, and end every session", async () => {
    const officer = await withPassword();
    const [here, there] = [await visitAs(officer), await visitAs(officer)];
    const before = { cookie: here.cookie, accept: "text/html" };
    const answer = await here.post("/password", { present, password: next, again: next });
    expect(answer.location).to.equal("/tray");
    expect((await there.get("/me")).status).to.equal(303);
    expect((await visitAsStranger("/me", { headers: before })).status).to.equal(303);
    const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
    const fresh = await visitAsStranger("/me", { headers: { accept: "text/html", cookie } });
    expect(fresh.status).to.equal(200);
    expect(fresh.text).to.contain("The password is changed.");
    expect(await eventsOf(officer.accountId)).to.deep.equal(["access.password-changed"]);
  });

  it("are refused where short, common, repeated, made of the login, or not written twice alike", async () => {
    const officer = await withPassword();
    const same = (password: string) => ({ password, again: password });
    expect(await wrongField(officer, { present: "wrong" })).to.equal("present");
    expect(await wrongField(officer, same("short"))).to.equal("password");
    expect(await wrongField(officer, same("Password@123456"))).to.equal("password");
    expect(await wrongField(officer, same(present))).to.equal("password");
    expect(await wrongField(officer, same(`x-${officer.login}-yyyyyy`))).to.equal("password");
    expect(await wrongField(officer, { again: "other" })).to.equal("again");
    expect(await eventsOf(officer.accountId)).to.deep.equal([]);
  });

  it("may be shorter where the administrators ordered so", async () => {
    await insert("parameters", {
      id: newId(),
      name: "access.password-minimum",
      value: "10",
      fromOn: "2020-01-01",
    });
    const officer = await withPassword();
    await changePassword(officer, { present, password: "tall-trees", again: "tall-trees" });
    expect(await wrongField(officer, { present: "tall-trees", password: "tall" })).to.equal(
      "again",
    );
  });

  it("are common when nothing is left but what is tried first", () => {
    for (const password of [
      "Chhattisgarh@2026",
      "passwordpassword1",
      "111111111111111",
      "Qwerty!!Admin99",
    ]) {
      expect(isCommon(password), password).to.equal(true);
    }
    expect(isCommon("mango rivers under nine bridges")).to.equal(false);
  });

  it("that were given by somebody else open nothing but their change", async () => {
    const officer = await withPassword();
    await change("accounts", { id: officer.accountId }, { mustChange: true });
    const browser = await visitAs(officer);
    for (const path of ["/tray", "/me", "/office"]) {
      expect((await browser.get(path)).location, path).to.equal("/password");
    }
    expect((await browser.get("/password")).status).to.equal(200);
    const program = await programOf(officer);
    expect((await program.get("/me")).status).to.equal(403);
    expect(
      (await browser.post("/password", { present, password: next, again: next })).location,
    ).to.equal("/tray");
    expect((await program.get("/me")).status).to.equal(200);
  });

  it("are reset by an administrator to a one-time password, shown once, and end the sessions", async () => {
    const [administrator, officer] = [await anAdministrator(), await withPassword()];
    const theirs = await visitAs(officer);
    const browser = await visitAs(administrator);
    const answer = await browser.post(`/accounts/${officer.accountId}/reset-password`);
    const password = answer.$("code.secret").text();
    expect(password).to.match(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect((await theirs.get("/me")).status).to.equal(303);
    const entered = await visitAsStranger("/sign-in", {
      method: "POST",
      body: new URLSearchParams({ login: officer.login, password }),
    });
    expect(entered.status).to.equal(303);
    expect(await eventsOf(officer.accountId)).to.deep.equal([
      "access.password-reset",
      "access.signed-in",
    ]);
  });

  it("are never kept or recorded as they are", async () => {
    const [administrator, officer] = [await anAdministrator(), await withPassword()];
    const { password } = await resetPassword(administrator, officer.accountId);
    const found = await row<{ found: boolean }>(
      `select exists (select 1 from accounts where password_hash like '%' || $password || '%')
         or exists (select 1 from events where detail::text like '%' || $password || '%') as found`,
      { password },
    );
    expect(found?.found).to.equal(false);
  });

  it("are given out for the first time as a list, to each once", async () => {
    const administrator = await anAdministrator();
    const officer = await anOfficer();
    const browser = await visitAs(administrator);
    expect((await browser.get("/accounts/first-passwords")).text).to.contain(officer.login);
    const list = await browser.post("/accounts/first-passwords", { unitId: officer.unitId });
    expect(list.$("code.secret").length).to.equal(1);
    const again = await browser.post("/accounts/first-passwords", { unitId: officer.unitId });
    expect(again.$("code.secret").length).to.equal(0);
  });
});
