import { expect } from "chai";
import { hashPassword } from "../../app/access/index.ts";
import { anOfficer } from "../support/builders.ts";
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

  it("opens a session and leads to the tray", async () => {
    const officer = await anOfficer({ passwordHash: await hashPassword("right-horse-battery") });
    const answer = await attempt(officer.login, "right-horse-battery");
    expect([answer.status, answer.location]).to.deep.equal([303, "/tray"]);
    expect(answer.headers.get("set-cookie")).to.match(/session=.*httponly/i);
    expect(await eventsOf(officer.accountId)).to.deep.equal(["access.signed-in"]);
  });

  it("refuses a wrong password on the form itself, keeping the login", async () => {
    const officer = await anOfficer({ passwordHash: await hashPassword("right-horse-battery") });
    const answer = await attempt(officer.login, "wrong");
    expect(answer.status).to.equal(401);
    expect(answer.$("input[name=login]").val()).to.equal(officer.login);
    expect(await eventsOf(officer.accountId)).to.deep.equal(["access.sign-in-failed"]);
  });

  it("leads a stranger to the form and back to the page asked for", async () => {
    const answer = await visitAsStranger("/tray?desk=sent");
    expect(answer.location).to.equal("/sign-in?next=%2Ftray%3Fdesk%3Dsent");
  });

  it("refuses a write that another site made the browser send", async () => {
    const browser = await visitAs(await anOfficer());
    const answer = await browser.post("/sign-out", { _csrf: "wrong" });
    expect(answer.status).to.equal(403);
  });
});
