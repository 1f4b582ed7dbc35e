import { expect } from "chai";
import { database } from "../../app/base/index.ts";
import { addRange, openNetworks, setDoor } from "../../app/networks/index.ts";
import { addRule } from "../../app/networks/add-rule.ts";
import { clientAddress, dropClaims } from "../../app/networks/client-address.ts";
import { writeRefusals } from "../../app/networks/count-refusals.ts";
import { endRange } from "../../app/networks/end-range.ts";
import { everyNetwork } from "../../app/networks/policy.ts";
import { forgetNetworks } from "../../app/networks/present-networks.ts";
import { anOfficer, aUnit } from "../support/builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { siteOrigin, visitAs, visitAsStranger } from "../support/visit.ts";
import { aRange, closed, open } from "../support/network-builders.ts";

const unfit =
  "10.20.5.0/24 10.0.0.0/8 10.20.0.0/16 10.20.1.1 2405:8a00:1::/48 0.0.0.0/0 ::/0 10.0.0.0/7 10.20.30.1/24 10.300.0.0/16 10.1/16 office 10.30.0.0/33 10.30.0.0/-1 010.30.0.0/16 2405:8a00::1/32".split(
    " ",
  );

describe("The door", () => {
  sandboxed();
  beforeEach(forgetNetworks);
  afterEach(async () => {
    await writeRefusals();
    forgetNetworks();
  });

  it("stands open until an administrator closes it", async () => {
    expect((await visitAsStranger("/sign-in")).status).to.equal(200);
    const administrator = await anOfficer({ roles: ["administrator"] });
    await addRange(administrator, aRange("127.0.0.0/8"));
    await setDoor(administrator, closed);
    expect((await visitAsStranger("/sign-in")).status).to.equal(200);
    const events = await eventsOf(everyNetwork);
    expect(events).to.deep.equal(["networks.closed"]);
  });

  it("tells who is outside nothing: the same few bytes at every address, by every method", async () => {
    const administrator = await anOfficer({ roles: ["administrator"], nameEn: "Anita" });
    const visit = await visitAs(administrator);
    await addRange(administrator, aRange("127.0.0.0/8"));
    await setDoor(administrator, closed);
    await database().query("update network_ranges set range = '10.0.0.0/8'");
    forgetNetworks();
    const answers = await Promise.all([
      ...[
        "/",
        "/tray",
        "/sign-in",
        "/no-such-page",
        "/assets/app.css",
        "/openapi.json",
        "/%2e%2e/",
      ].map((path) => visitAsStranger(path)),
      visitAsStranger("/sign-in", { method: "POST", body: "login=a&password=b" }),
      visitAsStranger("/tray", { headers: { accept: "application/json" } }),
      visit.get("/tray"),
    ]);
    const [first] = answers;
    expect(first?.text).to.contain("यह पता").and.to.contain("This address is closed");
    expect(first?.text.length).to.be.lessThan(500);
    for (const { status, text, headers } of answers) {
      expect([status, text]).to.deep.equal([403, first?.text]);
      expect([...headers.keys()].filter((name) => name !== "date").toSorted()).to.deep.equal(
        [...(first?.headers.keys() ?? [])].filter((name) => name !== "date").toSorted(),
      );
      expect(headers.get("set-cookie")).to.equal(null);
      expect(text).not.to.match(/secretariat|sign|सचिवालय/i);
    }
  });

  it("counts who knocks and records each address once an hour, without a statement for the knock", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    await addRange(administrator, aRange("127.0.0.0/8"));
    await setDoor(administrator, closed);
    await database().query("update network_ranges set range = '10.0.0.0/8'");
    forgetNetworks();
    await visitAsStranger("/tray");
    let statements = 0;
    database().addHook("beforeQuery", "counting", () => {
      statements += 1;
    });
    await Promise.all(Array.from({ length: 20 }, () => visitAsStranger("/tray")));
    database().removeHook("beforeQuery", "counting");
    expect(statements).to.equal(0);
    await writeRefusals();
    await visitAsStranger("/tray");
    await writeRefusals();
    const events = await eventsOf(everyNetwork);
    expect(events.filter((event) => event === "networks.refused")).to.have.length(1);
    await openNetworks();
    forgetNetworks();
    const page = await (await visitAs(administrator)).get("/networks/refusals");
    expect(page.text).to.contain("127.0.0.1").and.to.contain("22");
  });

  it("opens again from the server's command line", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    await addRange(administrator, aRange("127.0.0.0/8"));
    await setDoor(administrator, closed);
    await database().query("update network_ranges set range = '10.0.0.0/8'");
    forgetNetworks();
    expect((await visitAsStranger("/sign-in")).status).to.equal(403);
    await openNetworks();
    forgetNetworks();
    expect((await visitAsStranger("/sign-in")).status).to.equal(200);
  });

  it("is closed by nobody who would stand outside himself", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    expect(await refusalOf(setDoor(administrator, closed))).to.equal("conflict");
    const { id } = await addRange(administrator, aRange("127.0.0.0/8"));
    await setDoor(administrator, closed);
    const ending = endRange(administrator, { id, untilOn: "2099-12-31" });
    expect((await refused(ending)).message).to.contain("your own address");
    expect(await refusalOf(endRange(administrator, { id, untilOn: "2020-01-01" }))).to.equal(
      "conflict",
    );
    const other = await addRange(administrator, aRange("10.1.0.0/16"));
    const rule = {
      role: "administrator",
      rangeId: other.id,
      fromOn: "2020-01-01",
      orderNumber: "1",
    };
    expect(await refusalOf(addRule(administrator, rule))).to.equal("conflict");
    expect((await visitAsStranger("/sign-in")).status).to.equal(200);
    await setDoor(administrator, open);
  });

  it("refuses ranges that overlap, cannot be read, or mean everybody", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    await addRange(administrator, aRange("10.20.0.0/16"));
    await addRange(administrator, aRange("2405:8a00::/32"));
    for (const range of unfit) {
      const refusal = await refused(addRange(administrator, aRange(range)));
      expect(
        refusal.fields.map(({ field }) => field),
        range,
      ).to.deep.equal(["range"]);
    }
    const unknown = { ...aRange("10.40.0.0/16"), officeCode: "NOWHERE" };
    expect(await refusalOf(addRange(administrator, unknown))).to.equal("invalid");
    const over = { ...aRange("10.20.0.0/16"), fromOn: "2019-01-01", untilOn: "2019-12-31" };
    expect(await addRange(administrator, over)).to.have.property("id");
  });

  it("is for administrators only", async () => {
    const clerk = await anOfficer();
    const unit = await aUnit();
    expect(await refusalOf(addRange(clerk, aRange("10.20.0.0/16", unit.code)))).to.equal(
      "forbidden",
    );
    expect(await refusalOf(setDoor(clerk, open))).to.equal("forbidden");
    const visit = await visitAs(clerk);
    for (const path of ["/networks", "/networks/rules", "/networks/refusals"]) {
      expect((await visit.get(path)).status, path).to.equal(403);
    }
  });
});

describe("Where a request comes from", () => {
  const asked = (remoteAddress: string | undefined, headers: Record<string, string> = {}) => ({
    socket: { remoteAddress },
    headers,
  });

  for (const [remote, headers, behind, expected] of [
    ["10.1.2.3", { "x-forwarded-for": "10.9.9.9" }, false, "10.1.2.3"],
    ["10.1.2.3", { "x-forwarded-for": "10.9.9.9", "x-real-ip": "10.9.9.9" }, true, "10.1.2.3"],
    ["127.0.0.1", { "x-forwarded-for": "10.9.9.9" }, true, "10.9.9.9"],
    ["::ffff:127.0.0.1", { "x-forwarded-for": "10.9.9.9" }, true, "10.9.9.9"],
    ["::1", { "x-forwarded-for": "6.6.6.6, 10.9.9.9" }, true, "10.9.9.9"],
    [undefined, { "x-forwarded-for": "10.9.9.9" }, true, "10.9.9.9"],
    ["127.0.0.1", { "x-forwarded-for": "10.9.9.9, " }, true, "127.0.0.1"],
    ["127.0.0.1", { "x-forwarded-for": "10.9.9.9", "x-real-ip": "10.9.9.8" }, true, undefined],
    ["127.0.0.1", { "x-forwarded-for": "localhost" }, true, undefined],
    ["127.0.0.1", { "x-real-ip": "10.9.9.9" }, true, "10.9.9.9"],
    ["127.0.0.1", {}, true, "127.0.0.1"],
    ["127.0.0.1", { "x-forwarded-for": "10.9.9.9" }, false, "127.0.0.1"],
    ["::ffff:10.1.2.3", {}, false, "10.1.2.3"],
    ["127.0.0.1", { "x-forwarded-for": "::ffff:10.9.9.9" }, true, "10.9.9.9"],
  ] as const) {
    it(`is ${expected ?? "not believed"} for ${remote ?? "a socket file"} ${JSON.stringify(headers)}${behind ? " behind the proxy" : ""}`, () => {
      expect(clientAddress(asked(remote, headers), behind)).to.equal(expected);
    });
  }

  it("is nothing that a stranger claims: his headers are taken off", () => {
    const request = asked("10.1.2.3", { "x-forwarded-proto": "https", host: "office" });
    dropClaims(request);
    expect(request.headers).to.deep.equal({ host: "office" });
  });

  it("is never taken from a header where no proxy stands before us", async () => {
    const response = await fetch(`${await siteOrigin()}/sign-in`, {
      headers: { "x-forwarded-for": "10.20.0.1", "x-real-ip": "10.20.0.1" },
    });
    expect(response.status).to.equal(200);
  });
});
