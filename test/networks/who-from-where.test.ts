import { expect } from "chai";
import { rows } from "../../app/base/index.ts";
import { signIn } from "../../app/access/index.ts";
import { hashPassword } from "../../app/access/password.ts";
import { addRange, setDoor } from "../../app/networks/index.ts";
import { addRule } from "../../app/networks/add-rule.ts";
import { endRule } from "../../app/networks/end-range.ts";
import { forgetNetworks } from "../../app/networks/present-networks.ts";
import { anOfficer, aPost, aUnit, type AnOfficer } from "../support/builders.ts";
import { eventsOf, refusalOf } from "../support/expectations.ts";
import { aRange, open } from "../support/network-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

const refusing = { ...open, elsewhere: "refuse" } as const;
const rule = { fromOn: "2020-01-01", orderNumber: "GAD/7" };

describe("Who comes in from where", () => {
  sandboxed();
  beforeEach(forgetNetworks);
  afterEach(forgetNetworks);

  /** The range of this machine belongs to one office; the administrator comes from nowhere in particular. */
  async function anOffice() {
    const office = await aUnit({ kind: "office" });
    const administrator = await anOfficer({ roles: ["administrator"], unit: office });
    const { id } = await addRange(administrator, aRange("127.0.0.0/8", office.code));
    const insider = await anOfficer({ unit: await aUnit({ parent: office }) });
    return { office, administrator, rangeId: id, insider, outsider: await anOfficer() };
  }

  async function wrongOffices(rangeId: string): Promise<number> {
    const events = await eventsOf(rangeId);
    return events.filter((event) => event === "networks.wrong-office").length;
  }

  it("records once for each session who sits in another office, and lets him in", async () => {
    const { rangeId, insider, outsider } = await anOffice();
    const visit = await visitAs(outsider);
    expect((await visit.get("/tray")).status).to.equal(200);
    expect((await visit.get("/tray")).status).to.equal(200);
    forgetNetworks();
    expect((await visit.get("/tray")).status).to.equal(200);
    expect(await wrongOffices(rangeId)).to.equal(1);
    await (await visitAs(outsider)).get("/tray");
    expect(await wrongOffices(rangeId)).to.equal(2);
    await (await visitAs(insider)).get("/tray");
    expect(await wrongOffices(rangeId)).to.equal(2);
  });

  it("ends the session of who sits in another office, where policy says so", async () => {
    const { administrator, rangeId, insider, outsider } = await anOffice();
    const visit = await visitAs(outsider);
    expect((await visit.get("/tray")).status).to.equal(200);
    await setDoor(administrator, refusing);
    expect((await visit.get("/tray")).status).to.equal(403);
    expect((await visit.get("/tray")).location).to.match(/^\/sign-in/);
    expect((await (await programOf(outsider)).get("/tray")).status).to.equal(403);
    expect((await (await visitAs(insider)).get("/tray")).status).to.equal(200);
    expect(await wrongOffices(rangeId)).to.be.greaterThan(0);
  });

  it("refuses to sign in from another office, where policy says so, and records it", async () => {
    const { administrator, office } = await anOffice();
    const passwordHash = await hashPassword("सात समन्दर पार का शहर");
    const outsider = await anOfficer({ passwordHash });
    const insider = await anOfficer({ passwordHash, unit: office });
    await setDoor(administrator, refusing);
    expect(await refusalOf(comingFrom(outsider, "127.0.0.1"))).to.equal("wrong-place");
    expect(await eventsOf(outsider.accountId)).to.deep.equal(["networks.sign-in-refused"]);
    expect(await comingFrom(insider, "127.0.0.1")).to.have.property("token");
    expect(await comingFrom(outsider, "10.9.9.9")).to.have.property("token");
  });

  it("binds a right to ranges, whatever post of his gives it", async () => {
    const { administrator, rangeId, outsider } = await anOffice();
    const far = await addRange(administrator, aRange("10.77.0.0/16"));
    await addRule(administrator, { ...rule, role: "auditor", rangeId: far.id });
    const auditor = await anOfficer({ roles: ["auditor"] });
    const visit = await visitAs(auditor);
    expect((await visit.get("/record")).status).to.equal(403);
    expect((await visit.get("/record")).location).to.match(/^\/sign-in/);
    expect((await (await visitAs(outsider)).get("/tray")).status).to.equal(200);
    const { id } = await addRule(administrator, { ...rule, role: "auditor", rangeId });
    expect((await (await visitAs(auditor)).get("/record")).status).to.equal(200);
    await endRule(administrator, { id, untilOn: "2020-01-02" });
    expect((await (await visitAs(auditor)).get("/record")).status).to.equal(403);
    const events = await eventsOf(auditor.accountId);
    expect(events).to.deep.equal(["networks.sent-away", "networks.sent-away"]);
  });

  it("binds a right to its ranges even when the last of all is over", async () => {
    const { id: rangeId } = await addRange(await anOfficer({ roles: ["administrator"] }), {
      ...aRange("10.79.0.0/16"),
      untilOn: "2020-02-01",
    });
    await addRule(await anOfficer({ roles: ["administrator"] }), {
      ...rule,
      role: "auditor",
      rangeId,
    });
    const passwordHash = await hashPassword("सात समन्दर पार का शहर");
    const auditor = await anOfficer({ roles: ["auditor"], passwordHash });
    expect((await (await visitAs(auditor)).get("/record")).status).to.equal(403);
    expect(await refusalOf(comingFrom(auditor, "127.0.0.1"))).to.equal("wrong-place");
    expect((await (await visitAs(await anOfficer())).get("/tray")).status).to.equal(200);
  });

  it("binds an office and all below it to ranges", async () => {
    const { administrator } = await anOffice();
    const office = await aUnit({ kind: "office" });
    const far = await addRange(administrator, aRange("10.78.0.0/16", office.code));
    await addRule(administrator, { ...rule, officeCode: office.code, rangeId: far.id });
    const post = await aPost({ unit: await aUnit({ parent: office }) });
    const bound = await anOfficer({ post });
    expect((await (await visitAs(bound)).get("/tray")).status).to.equal(403);
  });

  it("asks for either a right or an office, and for a range there is", async () => {
    const { administrator, rangeId, office } = await anOffice();
    for (const wrong of [
      { rangeId },
      { rangeId, role: "auditor", officeCode: office.code },
      { rangeId: office.id, role: "auditor" },
      { rangeId, role: "auditor", untilOn: "2019-01-01" },
    ]) {
      expect(await refusalOf(addRule(administrator, { ...rule, ...wrong }))).to.equal("invalid");
    }
  });

  it("is set and ended on its pages", async () => {
    const { administrator, rangeId } = await anOffice();
    const visit = await visitAs(administrator);
    const given = {
      range: "10.50.0.0/16",
      label: "Bastar",
      fromOn: "2026-01-01",
      orderNumber: "1",
    };
    expect((await visit.post("/networks/ranges", given)).location).to.equal("/networks");
    expect((await visit.post("/networks/ranges", given)).status).to.equal(422);
    const bound = { role: "auditor", rangeId, fromOn: "2026-01-01", orderNumber: "2" };
    expect((await visit.post("/networks/rules", bound)).location).to.equal("/networks/rules");
    const door = { closed: "false", elsewhere: "allow", orderNumber: "3" };
    expect((await visit.post("/networks/door", door)).location).to.equal("/networks");
    expect((await visit.get("/networks")).text)
      .to.contain("10.50.0.0/16")
      .and.to.contain("Bastar");
    const page = await visit.get("/networks/rules");
    const action = page.$('form[action$="/end"]').attr("action") ?? "";
    expect((await visit.post(action, { untilOn: "2026-01-02" })).location).to.equal(
      "/networks/rules",
    );
    const left = await rows("select id from network_rules where until_on is null");
    expect(left).to.deep.equal([]);
  });
});

function comingFrom({ login }: AnOfficer, address: string) {
  return signIn({ login, password: "सात समन्दर पार का शहर", address, requestId: "r" });
}
