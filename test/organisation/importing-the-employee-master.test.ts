import { expect } from "chai";
import { row } from "../../app/base/index.ts";
import { commitImport } from "../../app/organisation/employee-import/commit-import.ts";
import { countChanges } from "../../app/organisation/employee-import/count-changes.ts";
import { readEmployees } from "../../app/organisation/employee-import/employee-record.ts";
import { listRows } from "../../app/organisation/employee-import/import-queries.ts";
import { receiveImport } from "../../app/organisation/employee-import/receive-import.ts";
import { undoImport } from "../../app/organisation/employee-import/undo-import.ts";
import { assignCharge } from "../../app/organisation/index.ts";
import { aPost, anEmployee, anOfficer, type AnOfficer } from "../support/builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import {
  aCsv,
  aDesignation,
  aLine,
  anAdministrator,
  anXlsx,
  officeNow,
  type Line,
} from "../support/organisation-builders.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("Importing the employee master", () => {
  sandboxed();

  let administrator: AnOfficer;
  let designation: string;

  beforeEach(async () => {
    administrator = await anAdministrator();
    designation = (await aDesignation()).code;
  });

  const line = (given: Line = {}): Line => aLine({ designation, ...given });

  const read = async (...lines: Line[]): Promise<string> =>
    (await receiveImport(administrator, [await aCsv(lines)])).id;

  const textOf = (value: Line[string] | undefined): string =>
    typeof value === "string" ? value : "";

  const codePost = async (): Promise<{ id: string; code: string }> => {
    const { id } = await aPost();
    const found = await row<{ code: string }>("select code from posts where id = $id", { id });
    return { id, code: found?.code ?? "" };
  };

  it("takes new people over, with their accounts, and says so", async () => {
    const post = await codePost();
    const mine = line({ post: post.code, postedOn: "01.04.2026", orderNumber: "एफ 1-1/2026" });
    const id = await read(mine, line());
    expect(await countChanges(id)).to.include({ new: 2, wrong: 0 });
    await commitImport(administrator, id, { leaveOutWrong: false });
    const found = await row(
      `select e.name_hi, e.gender, e.salutation, c.post_id, c.kind, c.from_on, a.login
       from employees e join charges c on c.employee_id = e.id join accounts a on a.employee_id = e.id
       where e.code = $code`,
      { code: mine["code"] },
    );
    expect(found).to.deep.equal({
      name_hi: "रमेश साहू",
      gender: "male",
      salutation: "Shri",
      post_id: post.id,
      kind: "substantive",
      from_on: "2026-04-01",
      login: textOf(mine["email"]).split("@")[0],
    });
    expect(await eventsOf(id)).to.deep.equal([
      "organisation.import-read",
      "organisation.import-committed",
    ]);
  });

  it("changes nothing when the same file comes again", async () => {
    const lines = [line(), line()];
    const first = await read(...lines);
    await commitImport(administrator, first, { leaveOutWrong: false });
    const before = await officeNow();
    const second = await read(...lines);
    expect(await countChanges(second)).to.include({ same: 2, new: 0, changed: 0, wrong: 0 });
    expect(await refusalOf(commitImport(administrator, second, { leaveOutWrong: false }))).to.equal(
      "conflict",
    );
    expect(await officeNow()).to.equal(before);
  });

  it("is undone exactly", async () => {
    const [kept, post] = [await anEmployee(), await codePost()];
    const code = (
      await row<{ code: string }>("select code from employees where id = $id", {
        id: kept.employeeId,
      })
    )?.code;
    const old = await aPost();
    await assignCharge(administrator, {
      postId: old.id,
      employeeId: kept.employeeId,
      kind: "substantive",
      fromOn: "2020-01-01",
      orderNumber: "1",
    });
    const before = await officeNow();
    const superior = line({ post: (await codePost()).code, postedOn: "2026-01-01" });
    const id = await read(
      superior,
      line({
        code: code ?? "",
        post: post.code,
        postedOn: "01.05.2026",
        marking: "SO(RS)-EST-GAD",
        reportsTo: superior["code"] ?? "",
        room: "12",
      }),
    );
    const posts = await officeNow();
    await commitImport(administrator, id, { leaveOutWrong: false });
    expect(await officeNow()).to.not.equal(posts);
    await undoImport(administrator, id);
    expect(JSON.parse(await officeNow())).to.deep.include({
      employees: (JSON.parse(before) as { employees: unknown }).employees,
      charges: (JSON.parse(before) as { charges: unknown }).charges,
      accounts: (JSON.parse(before) as { accounts: unknown }).accounts,
    });
    expect(await officeNow()).to.equal(posts);
    expect(await eventsOf(id)).to.include("organisation.import-undone");
    expect(await refusalOf(undoImport(administrator, id))).to.equal("conflict");
  });

  it("is not undone once something was built on it, and says on what", async () => {
    const mine = line();
    const id = await read(mine);
    await commitImport(administrator, id, { leaveOutWrong: false });
    const person = await row<{ id: string }>("select id from employees where code = $code", {
      code: mine["code"],
    });
    await assignCharge(administrator, {
      postId: (await aPost()).id,
      employeeId: person?.id ?? "",
      kind: "substantive",
      fromOn: "2026-06-01",
      orderNumber: "7",
    });
    const refusal = await refused(undoImport(administrator, id));
    expect(refusal.code).to.equal("conflict");
    expect(refusal.gaps).to.deep.equal({ row: 2, code: mine["code"] });
  });

  it("is not undone once a newcomer has signed in", async () => {
    const mine = line();
    const id = await read(mine);
    await commitImport(administrator, id, { leaveOutWrong: false });
    await row(
      `update accounts set last_signed_in_at = now()
       where employee_id = (select id from employees where code = $code) returning 1 as done`,
      { code: mine["code"] },
    );
    expect(await refusalOf(undoImport(administrator, id))).to.equal("conflict");
  });

  it("refuses while rows are wrong, unless they are to be left out", async () => {
    const id = await read(line(), line({ mobile: "12345" }));
    expect(await refusalOf(commitImport(administrator, id, { leaveOutWrong: false }))).to.equal(
      "conflict",
    );
    await commitImport(administrator, id, { leaveOutWrong: true });
    expect(await countChanges(id)).to.include({ new: 1, wrong: 1 });
  });

  it("refuses what is not any more as it was shown", async () => {
    const mine = line();
    const id = await read(mine);
    const other = await read({ ...mine, nameEn: "Other" });
    await commitImport(administrator, other, { leaveOutWrong: false });
    const refusal = await refused(commitImport(administrator, id, { leaveOutWrong: false }));
    expect(refusal.message).to.contain("changed since this file was read");
  });

  it("changes only what a row says: blank cells leave things as they are", async () => {
    const mine = line({ room: "12" });
    await commitImport(administrator, await read(mine), { leaveOutWrong: false });
    const { room: _room, ...rest } = mine;
    const id = await read({ ...rest, nameHi: "रमेश कुमार साहू" });
    await commitImport(administrator, id, { leaveOutWrong: false });
    const [person] = await readEmployees("code = $code", { code: mine["code"] });
    expect(person).to.deep.include({
      name_hi: "रमेश कुमार साहू",
      born_on: "1980-08-15",
      details: { room: "12" },
    });
  });

  it("lets one follow another who is moved by the same file", async () => {
    const officer = await anOfficer();
    const [held, next] = [
      await row<{ code: string }>("select code from posts where id = $id", { id: officer.postId }),
      await codePost(),
    ];
    const mover = await row<{ code: string }>("select code from employees where id = $id", {
      id: officer.employeeId,
    });
    const id = await read(
      line({ post: held?.code ?? "", postedOn: "01.05.2026" }),
      line({ code: mover?.code ?? "", post: next.code, postedOn: "01.05.2026" }),
    );
    expect(await countChanges(id)).to.include({ new: 1, changed: 1, wrong: 0 });
    await commitImport(administrator, id, { leaveOutWrong: false });
    const holder = await row<{ until_on: string }>(
      "select until_on from charges where post_id = $id and employee_id = $mover",
      { id: officer.postId, mover: officer.employeeId },
    );
    expect(holder?.until_on).to.equal("2026-04-30");
  });

  it("reads a workbook with dates, numbers, rich text and serial days", async () => {
    const mine = line({
      bornOn: new Date(Date.UTC(1980, 7, 15)),
      joinedOn: 38_534,
      mobile: 9_876_543_210,
    });
    const id = (await receiveImport(administrator, [await anXlsx([mine])])).id;
    expect(await countChanges(id)).to.include({ new: 1, wrong: 0 });
    const { rows } = await listRows(id, {});
    expect(rows[0]?.after?.employee).to.include({
      born_on: "1980-08-15",
      joined_on: "2005-07-01",
      mobile: "9876543210",
    });
  });

  it("refuses a formula in a workbook by its cell", async () => {
    const mine = line({ room: { formula: "1+1" } });
    const { id } = await receiveImport(administrator, [await anXlsx([mine])]);
    const { rows } = await listRows(id, { change: "wrong" });
    expect(rows[0]?.mistakes.map(({ key }) => key)).to.deep.equal(["room"]);
  });

  it("is refused to everybody but administrators", async () => {
    const officer = await anOfficer({ roles: ["secretary"] });
    const file = await aCsv([line()]);
    expect(await refusalOf(receiveImport(officer, [file]))).to.equal("forbidden");
    const id = await read(line());
    expect(await refusalOf(commitImport(officer, id, { leaveOutWrong: false }))).to.equal(
      "forbidden",
    );
    expect(await refusalOf(undoImport(officer, id))).to.equal("forbidden");
  });
});
