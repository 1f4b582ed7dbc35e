import { expect } from "chai";
import { hashPassword } from "../../app/access/index.ts";
import { config, readSession, rows, today } from "../../app/base/index.ts";
import { anOfficer, aUnit } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { visitAs, visitAsStranger } from "../support/visit.ts";

const accountsAsAWhole = "00000000-0000-0000-0000-000000000000";

describe("The policy of signing in", () => {
  sandboxed();

  const usual = () => ({
    roles: ["administrator", "signatory"],
    units: [] as string[],
    idleMinutes: String(config().SESSION_IDLE_MINUTES),
    absoluteMinutes: String(config().SESSION_ABSOLUTE_MINUTES),
    passwordMinimum: "15",
    fromOn: today(new Date()),
  });

  const ordered = () =>
    rows<{ name: string; value: unknown }>(
      "select name, value from parameters where name like 'access.%' order by name",
    );

  it("is set by an administrator from a day on; only what differs is ordered", async () => {
    const browser = await visitAs(await anOfficer({ roles: ["administrator"] }));
    expect((await browser.post("/sign-in-policy", usual())).location).to.equal("/sign-in-policy");
    expect(await ordered()).to.deep.equal([]);
    const department = await aUnit({ kind: "department" });
    const unit = await aUnit({ parent: department });
    const next = { ...usual(), roles: ["registry"], units: [department.id], idleMinutes: "15" };
    await browser.post("/sign-in-policy", next);
    expect(await ordered()).to.deep.equal([
      { name: "access.second-factor-roles", value: ["registry"] },
      { name: "access.second-factor-unit", value: true },
      { name: "access.session-idle-minutes", value: 15 },
    ]);
    const inside = await visitAs(await anOfficer({ unit }), "en", { secondFactor: false });
    expect((await inside.get("/tray")).location).to.equal("/me/security");
    const signatory = await anOfficer({ roles: ["signatory"] });
    const outside = await visitAs(signatory, "en", { secondFactor: false });
    expect((await outside.get("/notices")).status).to.equal(200);
    await browser.post("/sign-in-policy", { ...next, units: [] });
    expect((await inside.get("/notices")).status).to.equal(200);
    expect(await eventsOf(accountsAsAWhole)).to.deep.equal(
      Array.from({ length: 3 }, () => "access.sign-in-policy-set"),
    );
  });

  it("counts for sessions that begin then", async () => {
    const officer = await anOfficer({
      roles: ["administrator"],
      passwordHash: await hashPassword("right-horse-battery"),
    });
    const browser = await visitAs(officer);
    await browser.post("/sign-in-policy", { ...usual(), idleMinutes: "15", roles: [] });
    const answer = await visitAsStranger("/sign-in", {
      method: "POST",
      body: new URLSearchParams({ login: officer.login, password: "right-horse-battery" }),
    });
    expect(answer.location).to.equal("/tray");
    const token = /session=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "";
    expect((await readSession(token))?.idleSeconds).to.equal(900);
  });

  it("never allows more than the installation, begins in the past, or goes below what is safe", async () => {
    const browser = await visitAs(await anOfficer({ roles: ["administrator"] }));
    for (const wrong of [
      { idleMinutes: String(config().SESSION_IDLE_MINUTES + 1) },
      { absoluteMinutes: String(config().SESSION_ABSOLUTE_MINUTES + 1) },
      { idleMinutes: "0" },
      { idleMinutes: "1.5" },
      { passwordMinimum: "7" },
      { fromOn: "2020-01-01" },
      { roles: ["emperor"] },
    ]) {
      const answer = await browser.post("/sign-in-policy", { ...usual(), ...wrong });
      expect(answer.status, JSON.stringify(wrong)).to.equal(422);
    }
    expect(await ordered()).to.deep.equal([]);
  });

  it("is for administrators, and asks for a fresh proof", async () => {
    const plain = await visitAs(await anOfficer({ roles: ["secretary"] }));
    expect((await plain.get("/sign-in-policy")).status).to.equal(403);
    expect((await plain.post("/sign-in-policy", usual())).status).to.equal(403);
    const stale = await visitAs(await anOfficer({ roles: ["administrator"] }), "en", {
      provedAt: Date.now() - 600_000,
    });
    expect((await stale.post("/sign-in-policy", usual())).status).to.equal(403);
    expect(await ordered()).to.deep.equal([]);
  });
});
