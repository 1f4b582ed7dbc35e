import { expect } from "chai";
import {
  disableAccount,
  enableAccount,
  grantRole,
  issueFirstPasswords,
  resetPassword,
  unlockAccount,
  withdrawRole,
  type Role,
} from "../../app/access/index.ts";
import { accessPolicy } from "../../app/access/policy.ts";
import { change, now, today } from "../../app/base/index.ts";
import { anOfficer, aPost, type AnOfficer } from "../support/builders.ts";
import { eventsOf, refusalOf } from "../support/expectations.ts";
import { anAdministrator } from "../support/organisation-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs, visitAsStranger } from "../support/visit.ts";

describe("Accounts and rights", () => {
  sandboxed();

  let administrator: AnOfficer;
  let officer: AnOfficer;

  beforeEach(async () => {
    [administrator, officer] = [await anAdministrator(), await anOfficer()];
  });

  it("lets only administrators administer, and nobody disable himself", async () => {
    const [own, other] = [{ accountId: administrator.accountId }, { accountId: officer.accountId }];
    const clerk = await anOfficer({ roles: ["registry"] });
    const secretary = await anOfficer({ roles: ["secretary"] });
    const auditor = await anOfficer({ roles: ["auditor"] });
    const table = [administrator, officer, clerk, secretary, auditor].map((actor) => [
      accessPolicy.can(actor, "administer", other),
      accessPolicy.can(actor, "disable", other),
      accessPolicy.can(actor, "keepOwn", other),
    ]);
    expect(table).to.deep.equal([
      [true, true, false],
      [false, false, true],
      [false, false, false],
      [false, false, false],
      [false, false, false],
    ]);
    expect(accessPolicy.can(administrator, "disable", own)).to.equal(false);
  });

  it("refuses every command to others, and leaves nothing behind", async () => {
    const grant = { postId: officer.postId, role: "auditor" as Role, fromOn: "2026-01-01" };
    const { id } = await grantRole(administrator, grant);
    for (const attempt of [
      () => disableAccount(officer, administrator.accountId),
      () => enableAccount(officer, administrator.accountId),
      () => unlockAccount(officer, administrator.accountId),
      () => resetPassword(officer, administrator.accountId),
      () => issueFirstPasswords(officer),
      () => grantRole(officer, { ...grant, role: "administrator" }),
      () => withdrawRole(officer, id),
    ]) {
      expect(await refusalOf(attempt())).to.equal("forbidden");
    }
    expect(await eventsOf(administrator.accountId)).to.deep.equal([]);
  });

  it("disables and enables an account, ending its sessions", async () => {
    const browser = await visitAs(officer);
    await disableAccount(administrator, officer.accountId);
    expect((await browser.get("/me")).status).to.equal(303);
    expect(await refusalOf(disableAccount(administrator, officer.accountId))).to.equal("conflict");
    await enableAccount(administrator, officer.accountId);
    expect((await (await visitAs(officer)).get("/me")).status).to.equal(200);
    expect(await eventsOf(officer.accountId)).to.deep.equal([
      "access.account-disabled",
      "access.account-enabled",
    ]);
  });

  it("unlocks an account only while it is locked", async () => {
    expect(await refusalOf(unlockAccount(administrator, officer.accountId))).to.equal("conflict");
    await change(
      "accounts",
      { id: officer.accountId },
      { lockedUntil: new Date(now().getTime() + 600_000) },
    );
    await unlockAccount(administrator, officer.accountId);
    expect(await eventsOf(officer.accountId)).to.deep.equal(["access.account-unlocked"]);
  });

  it("gives a right to whoever holds the post, from its day to its day", async () => {
    const browser = await visitAs(officer);
    expect((await browser.get("/accounts")).status).to.equal(403);
    const { id } = await grantRole(administrator, {
      postId: officer.postId,
      role: "administrator",
      fromOn: today(now()),
    });
    expect((await browser.get("/accounts")).status).to.equal(200);
    await withdrawRole(administrator, id);
    expect((await browser.get("/accounts")).status).to.equal(403);
    expect(await eventsOf(officer.postId)).to.deep.equal([
      "access.role-granted",
      "access.role-withdrawn",
    ]);
  });

  it("refuses a right twice, a span that runs backwards, and a post that is none", async () => {
    const grant = { postId: officer.postId, role: "signatory" as Role, fromOn: "2026-01-01" };
    await grantRole(administrator, grant);
    expect(await refusalOf(grantRole(administrator, grant))).to.equal("invalid");
    expect(
      await refusalOf(
        grantRole(administrator, { ...grant, role: "officer", untilOn: "2025-12-31" }),
      ),
    ).to.equal("invalid");
    const nowhere = { ...grant, postId: "00000000-0000-4000-8000-000000000000" };
    expect(await refusalOf(grantRole(administrator, nowhere))).to.equal("not-found");
  });

  it("does not let an administrator take his own right to administer", async () => {
    const { id } = await grantRole(administrator, {
      postId: (await aPost()).id,
      role: "administrator",
      fromOn: "2026-01-01",
    });
    await withdrawRole(administrator, id);
    const page = await (await visitAs(administrator)).get(`/posts/${administrator.postId}/roles`);
    const own = page.$("form[action^='/role-grants/']").attr("action")?.split("/")[2] ?? "";
    expect(await refusalOf(withdrawRole(administrator, own))).to.equal("conflict");
  });

  describe("Tokens", () => {
    it("are made at a browser, shown once, and act as the present post", async () => {
      const browser = await visitAs(officer);
      const made = await browser.post("/me/tokens", { name: "रिपोर्ट", days: "30" });
      const text = made.$("code.secret").text();
      expect(text).to.match(/^sec_/);
      expect((await browser.get("/me")).text).to.not.contain(text);
      expect(await eventsOf(officer.accountId)).to.deep.equal(["access.token-made"]);
    });

    it("are refused beyond a year and to programs", async () => {
      const browser = await visitAs(officer);
      expect((await browser.post("/me/tokens", { name: "x", days: "366" })).status).to.equal(422);
      const program = await programOf(officer);
      expect((await program.post("/me/tokens", { name: "x", days: 30 })).status).to.equal(403);
    });

    it("open nothing once revoked, and only their owner can revoke them", async () => {
      const program = await programOf(officer);
      const mine = (await program.get("/me")).json() as { tokens: { id: string }[] };
      const id = mine.tokens[0]?.id ?? "";
      const stranger = await visitAs(await anOfficer());
      expect((await stranger.post(`/me/tokens/${id}/revoke`)).status).to.equal(404);
      await (await visitAs(officer)).post(`/me/tokens/${id}/revoke`);
      expect((await program.get("/me")).status).to.equal(401);
      expect(await eventsOf(officer.accountId)).to.deep.equal(["access.token-revoked"]);
    });

    it("reach no further than they were made for", async () => {
      const browser = await visitAs(officer);
      const made = await browser.post("/me/tokens", {
        name: "register",
        days: "1",
        areas: ["receipts"],
      });
      const authorization = `Bearer ${made.$("code.secret").text()}`;
      const headers = { authorization, accept: "application/json", "accept-language": "en" };
      const ask = (path: string, init: RequestInit = {}) =>
        visitAsStranger(path, { ...init, headers });
      expect((await ask("/receipts")).status).to.equal(200);
      expect((await ask("/files")).status).to.equal(403);
      expect((await ask("/me")).status).to.equal(403);
      const written = await ask("/receipts", { method: "POST", body: new URLSearchParams() });
      expect(written.status).to.equal(403);
      expect(written.text).to.contain("read only");
      const list = (await browser.get("/me")).text;
      expect(list).to.contain("Inward mail: reads only");
    });

    it("do not reach a post their owner does not hold", async () => {
      const program = await programOf(officer);
      expect((await program.get("/me")).status).to.equal(200);
      await change("charges", { employeeId: officer.employeeId }, { untilOn: "2021-01-01" });
      expect((await program.get("/me")).status).to.equal(404);
    });
  });
});
