import ExcelJS from "exceljs";
import { expect } from "chai";
import { change, execute, now, row, rows, today } from "../../app/base/index.ts";
import { mobileIndex } from "../../app/organisation/index.ts";
import { tellExpiries } from "../../app/networks/vpn/tell-expiries.ts";
import { listVpns } from "../../app/networks/vpn/list-accounts.ts";
import { anOfficer, aUnit, type AnOfficer } from "../support/builders.ts";
import { eventsOf } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";
import { programOf, visitAs } from "../support/visit.ts";

const day = (days: number): string => today(new Date(now().getTime() + days * 86_400_000));

const head = "VPN ID,Employee code,E-mail,Mobile,Office code,Issued on,Expires on,Status";

interface Person {
  readonly officer: AnOfficer;
  readonly code: string;
  readonly email: string;
  readonly mobile: string;
}

let nextMobile = 9_000_000_000;

async function aPerson(unit?: Awaited<ReturnType<typeof aUnit>>): Promise<Person> {
  const officer = await anOfficer(unit ? { unit } : {});
  const mobile = String((nextMobile += 1));
  await change("employees", { id: officer.employeeId }, { mobileIndex: mobileIndex(mobile) });
  const found = await row<{ code: string; email: string }>(
    "select code, email from employees where id = $id",
    { id: officer.employeeId },
  );
  return { officer, mobile, code: found?.code ?? "", email: found?.email ?? "" };
}

describe("VPN accounts", () => {
  sandboxed();

  async function administration() {
    return visitAs(await anOfficer({ roles: ["administrator"] }));
  }

  /** Uploads a list and answers its address and verdicts by VPN id. */
  async function read(visit: Awaited<ReturnType<typeof administration>>, lines: readonly string[]) {
    const bytes = Buffer.from(`\uFEFF${[head, ...lines].join("\r\n")}`);
    const answer = await visit.upload("/vpn/lists", {}, [{ name: "vpn.csv", bytes }]);
    expect(answer.status, answer.text.slice(0, 2_000)).to.equal(303);
    const at = answer.location ?? "";
    const judged = await rows<{ vpnId: string; verdict: string; matchedBy: string | null }>(
      `select vpn_id as "vpnId", verdict, matched_by as "matchedBy" from vpn_list_rows
       where list_id = $id order by row_number`,
      { id: at.split("/").at(-1) },
    );
    return {
      at,
      verdicts: judged.map(({ verdict, matchedBy }) => `${verdict} ${matchedBy ?? "-"}`),
    };
  }

  it("come from the VPN team's list, matched by code, else e-mail, else mobile", async () => {
    const visit = await administration();
    const [one, two, three] = [await aPerson(), await aPerson(), await aPerson()];
    const { at, verdicts } = await read(visit, [
      `vpn1,${one.code},,,,01.01.2026,01.01.2099,Active`,
      `vpn2,,${two.email.toUpperCase()},,,2026-01-01,,`,
      `vpn3,,,+91 ${three.mobile},,,,निलंबित`,
      `vpn4,NOBODY,,,,,,`,
    ]);
    expect(verdicts).to.deep.equal(["new code", "new email", "new mobile", "unmatched -"]);
    expect((await listVpns({})).accounts).to.deep.equal([]);
    expect((await visit.get(at)).text)
      .to.contain("vpn4")
      .and.not.to.contain(three.mobile);
    expect((await visit.post(`${at}/commit`)).location).to.equal(at);
    const { accounts } = await listVpns({});
    expect(accounts.map(({ vpnId, state, isActive }) => [vpnId, state, isActive])).to.deep.equal([
      ["vpn1", "active", true],
      ["vpn2", "active", true],
      ["vpn3", "suspended", false],
    ]);
    const again = await read(visit, [`vpn1,${one.code},,,,01.01.2026,02.01.2099,Active`]);
    expect(again.verdicts).to.deep.equal(["changed code"]);
    const events = await eventsOf(at.split("/").at(-1) ?? "");
    expect(events).to.deep.equal(["vpn.list-read", "vpn.list-committed"]);
  });

  it("are never merged silently: whatever contradicts waits for a person", async () => {
    const visit = await administration();
    const [one, two, three] = [await aPerson(), await aPerson(), await aPerson()];
    await (async () => {
      const { at } = await read(visit, [`mine,${one.code},,,,,,`]);
      await visit.post(`${at}/commit`);
    })();
    const { at, verdicts } = await read(visit, [
      `vpnA,${one.code},${two.email},,,,,`,
      `mine,${two.code},,,,,,`,
      `second,${one.code},,,,,,`,
      `vpnC,UNKNOWN,${three.email},,,,,`,
      `twice,${three.code},,,,,,`,
      `TWICE,${three.code},,,,,,`,
      `vpnD,${three.code},,,NO-OFFICE,,,`,
      `vpnE,${three.code},,,,99.99.2026,,`,
      `vpnF,${three.code},,,,01.01.2026,01.01.2020,`,
      `=cmd(),${three.code},,,,,,`,
      `vpnG,${three.code},,,,,,perhaps`,
    ]);
    expect(verdicts.map((verdict) => verdict.split(" ")[0])).to.deep.equal([
      ...Array.from({ length: 7 }, () => "conflict"),
      ...Array.from({ length: 4 }, () => "wrong"),
    ]);
    const before = (await listVpns({})).accounts.length;
    await visit.post(`${at}/commit`);
    expect((await listVpns({})).accounts).to.have.length(before);
    expect((await visit.post(`${at}/commit`)).status).to.equal(409);
  });

  it("wait in a queue until an administrator names the person or leaves the row out", async () => {
    const visit = await administration();
    const person = await aPerson();
    const { at } = await read(visit, ["lost,NOBODY,,,,,,", "dropped,NOBODY,,,,,,", "bad,,,,,x,,"]);
    expect(
      (await visit.post(`${at}/rows`, { rowNumber: "2", employeeCode: person.code })).status,
    ).to.equal(409);
    await visit.post(`${at}/commit`);
    expect((await visit.get("/vpn/lists")).$("tbody td.number").last().text()).to.equal("2");
    const unknown = await visit.post(`${at}/rows`, { rowNumber: "2", employeeCode: "NOBODY" });
    expect(unknown.status).to.equal(422);
    expect(
      (await visit.post(`${at}/rows`, { rowNumber: "2", employeeCode: person.code })).location,
    ).to.equal(at);
    expect((await visit.post(`${at}/rows`, { rowNumber: "3" })).location).to.equal(at);
    expect((await visit.post(`${at}/rows`, { rowNumber: "3" })).status).to.equal(409);
    expect((await visit.post(`${at}/rows`, { rowNumber: "4" })).status).to.equal(409);
    const { accounts } = await listVpns({});
    expect(
      accounts.map(({ vpnId, employeeId, matchedBy }) => [vpnId, employeeId, matchedBy]),
    ).to.deep.equal([["lost", person.officer.employeeId, "hand"]]);
    const events = await eventsOf(at.split("/").at(-1) ?? "");
    expect(events.slice(2)).to.deep.equal(["vpn.row-settled", "vpn.row-left-out"]);
  });

  it("are counted for each office, and exported without a formula", async () => {
    const visit = await administration();
    const office = await aUnit({ kind: "office", nameEn: "=Tehsil Office" });
    const section = await aUnit({ parent: office });
    const people = [
      await aPerson(office),
      await aPerson(section),
      await aPerson(section),
      await aPerson(section),
    ];
    const [a, b, c] = people.map(({ code }) => code);
    const { at } = await read(visit, [
      `+v-active,${a},,,,,${day(90)},`,
      `v-expiring,${b},,,${office.code},,${day(10)},`,
      `v-expired,${c},,,,,${day(-1)},`,
    ]);
    await visit.post(`${at}/commit`);
    const program = await programOf(await anOfficer({ roles: ["administrator"] }));
    const answer = (await program.get("/vpn")).json() as {
      offices: readonly { office: { id: string } | null }[];
    };
    expect(answer.offices.find((one) => one.office?.id === office.id)).to.include({
      people: 4,
      mailIds: 4,
      issued: 3,
      active: 2,
      expiring: 1,
      expired: 1,
      without: 2,
    });
    const page = await visit.get(`/vpn?officeId=${office.id}&show=expiring`);
    expect(page.text).to.contain("v-expiring").and.not.to.contain("v-active");
    const csv = await visit.get(`/vpn.csv?officeId=${office.id}`);
    expect(csv.headers.get("content-type")).to.contain("text/csv");
    expect(csv.text).to.contain("'+v-active").and.to.contain("'=Tehsil Office");
    expect((await visit.get("/vpn/offices.csv")).text).to.match(/Tehsil Office,4,4,3,2,1,1,2,50 %/);
    expect((await (await visitAs(await anOfficer())).get("/vpn")).status).to.equal(403);
  });

  it("that come near their end are told to the office once", async () => {
    const visit = await administration();
    const office = await aUnit({ kind: "office" });
    const { code } = await aPerson(office);
    const { at } = await read(visit, [`ending,${code},,,,,${day(20)},`]);
    await visit.post(`${at}/commit`);
    await tellExpiries();
    await tellExpiries();
    expect(await eventsOf(office.id)).to.deep.equal(["vpn.expiring"]);
    await execute("update vpn_accounts set expires_on = expires_on + 5");
    await tellExpiries();
    expect(await eventsOf(office.id)).to.have.length(2);
  });

  it("come from a workbook as well, and what is no list is refused with words", async () => {
    const visit = await administration();
    const person = await aPerson();
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("VPN");
    sheet.addRow(["वी.पी.एन. आई.डी.", "कर्मचारी कोड", "समाप्ति दिनांक"]);
    sheet.addRow(["vpn9", person.code, new Date("2099-01-01")]);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const good = await visit.upload("/vpn/lists", {}, [{ name: "vpn.xlsx", bytes }]);
    expect((await visit.get(good.location ?? "")).text)
      .to.contain("vpn9")
      .and.to.contain("01.01.2099");
    for (const text of [
      "",
      "Name,Age\nA,1",
      "VPN ID\nx",
      `${head}\n`,
      `${head},Email\n,,,,,,,,`,
      "\u0000\u0001",
    ]) {
      const wrong = await visit.upload("/vpn/lists", {}, [
        { name: "x.csv", bytes: Buffer.from(text) },
      ]);
      expect(wrong.status, text).to.equal(422);
    }
    expect((await visit.upload("/vpn/lists", {}, [])).status).to.equal(422);
  });
});
