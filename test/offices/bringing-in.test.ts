import { rmSync } from "node:fs";
import { expect } from "chai";
import { row, rows } from "../../app/base/index.ts";
import { applyOffice, inspectOffice, removeOffice } from "../../app/offices/index.ts";
import { listOffices } from "../../app/offices/office-rule.ts";
import { anEmployeeMaster, anOfficeDefinition } from "../support/office-definition.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("Bringing an office in", () => {
  sandboxed();

  const counted = async () => row<{ events: number }>("select count(*) as events from events");

  it("takes it from nothing to working, and a second run changes nothing", async () => {
    const office = await anOfficeDefinition();
    const employees = anEmployeeMaster(office);
    const first = await applyOffice({ office, employees, isCheck: false });
    expect(first.changes.length).to.be.greaterThan(12);
    expect(first.firstPassword?.login).to.equal(`r${office.lgd}`);
    const found = await inspectOffice(office);
    expect(found).to.include({ posts: 2, vacant: 0, people: 2, administrators: 1, ranges: 1 });
    expect(found.letterhead["officeEn"]).to.equal(":: COLLECTORATE ::");
    expect(found.numbers["file"]).to.match(/^F-1\//);

    const before = await counted();
    const second = await applyOffice({ office, employees, isCheck: false });
    expect(second).to.deep.equal({ changes: [], firstPassword: null });
    expect(await counted()).to.deep.equal(before);
    rmSync(employees.path);
  });

  it("shows with --check exactly what it would do, and does none of it", async () => {
    const office = await anOfficeDefinition();
    const employees = anEmployeeMaster(office);
    const before = await counted();
    const checked = await applyOffice({ office, employees, isCheck: true });
    expect(checked.firstPassword).to.equal(null);
    expect(await counted()).to.deep.equal(before);
    expect(
      await rows("select 1 from units where code = $code", { code: office.code }),
    ).to.deep.equal([]);
    const done = await applyOffice({ office, employees, isCheck: false });
    expect(done.changes).to.deep.equal(checked.changes);
    rmSync(employees.path);
  });

  it("records whether it came in although the escrow was not proven", async () => {
    const office = await anOfficeDefinition();
    const other = await anOfficeDefinition();
    await applyOffice({ office, isCheck: false, despiteEscrow: true });
    await applyOffice({ office: other, isCheck: false });
    const told = await rows<{ detail: object }>(
      "select detail from events where action = 'offices.office-brought-in' order by id desc limit 2",
    );
    expect(told.map(({ detail }) => detail)).to.deep.equal(
      [other, office].map(({ lgd, mail }) => ({
        lgd,
        mail: mail?.office,
        directory: null,
        despiteEscrow: lgd === office.lgd,
      })),
    );
  });

  it("changes only what the file says otherwise", async () => {
    const office = await anOfficeDefinition();
    await applyOffice({ office, isCheck: false });
    const renamed = { ...office, names: { en: "Collectorate", hi: "कलेक्टोरेट" } };
    const { changes } = await applyOffice({ office: renamed, isCheck: false });
    expect(changes.map(({ step, what }) => `${step}: ${what}`)).to.deep.equal([
      `units: rename ${office.code}`,
    ]);
  });

  it("is there whole or not at all", async () => {
    const office = await anOfficeDefinition({ administrator: { post: "NOBODY" } });
    await refused(applyOffice({ office, isCheck: false }), /Correct what is marked/);
    expect(
      await rows("select 1 from units where code = $code", { code: office.code }),
    ).to.deep.equal([]);
  });

  it("refuses people whose mail is of another office, and a master with a wrong row", async () => {
    const office = await anOfficeDefinition({
      mail: { office: "x@other.example", domains: ["other.example"] },
    });
    const employees = anEmployeeMaster(office);
    await refused(applyOffice({ office, employees, isCheck: false }), /not in a domain/);
    const bare = await anOfficeDefinition({ posts: [], administrator: { post: "X" } });
    const wrong = { ...anEmployeeMaster(bare) };
    await refused(
      applyOffice({ office: bare, employees: wrong, isCheck: false }),
      /rows of the employee master are wrong/,
    );
    rmSync(employees.path);
    rmSync(wrong.path);
  });

  it("refuses a unit that stands elsewhere", async () => {
    const office = await anOfficeDefinition();
    await applyOffice({ office, isCheck: false });
    const other = await anOfficeDefinition({ code: office.code });
    await refused(applyOffice({ office: other, isCheck: false }), /belongs to another unit/);
  });

  it("touches no post of another office and gives it no right", async () => {
    const office = await anOfficeDefinition();
    await applyOffice({ office, isCheck: false });
    const [post] = office.posts;
    const other = await anOfficeDefinition();
    const takes = { ...other, posts: [{ ...post, unit: undefined, names: other.names }] };
    await refused(applyOffice({ office: takes as typeof other, isCheck: false }), /another office/);
    const rules = { ...other, administrator: { post: post?.code ?? "" } };
    await refused(applyOffice({ office: rules, isCheck: false }), /another office/);
  });

  it("refuses the LGD code of an office that works here", async () => {
    const office = await anOfficeDefinition();
    await applyOffice({ office, isCheck: false });
    const twin = { ...(await anOfficeDefinition()), lgd: office.lgd };
    await refused(applyOffice({ office: twin, isCheck: false }), /LGD code .* is that of/);
  });

  it("ends its access when it leaves, and keeps its history", async () => {
    const office = await anOfficeDefinition();
    const employees = anEmployeeMaster(office);
    await applyOffice({ office, employees, isCheck: false });
    const asked = { office, leavesItems: false };
    const shown = await removeOffice({ ...asked, isCheck: true });
    const { changes } = await removeOffice({ ...asked, isCheck: false });
    expect(changes).to.deep.equal(shown.changes);
    expect(await inspectOffice(office)).to.include({ people: 0, administrators: 0, ranges: 0 });
    const open = await rows("select 1 from accounts where login = $login and disabled_at is null", {
      login: `r${office.lgd}`,
    });
    expect(open).to.deep.equal([]);
    expect((await removeOffice({ ...asked, isCheck: false })).changes).to.deep.equal([]);
    rmSync(employees.path);
  });

  it("gets back whom it had when it left, and nobody who was shut out or went elsewhere", async () => {
    const office = await anOfficeDefinition();
    const employees = anEmployeeMaster(office);
    const asked = { office, employees, isCheck: false };
    await applyOffice(asked);
    const { lgd } = office;
    await removeOffice({ office, leavesItems: false, isCheck: false });
    const stateOf = async (login: string) =>
      row<{ isShut: boolean; charges: number }>(
        `select disabled_at is not null as "isShut", (select count(*) from charges c
           where c.employee_id = a.employee_id and (c.until_on is null)) as charges
         from accounts a where login = $login`,
        { login },
      );
    expect(await stateOf(`r${lgd}`)).to.deep.equal({ isShut: true, charges: 0 });
    const shown = await applyOffice({ ...asked, isCheck: true });
    const { changes } = await applyOffice(asked);
    expect(changes).to.deep.equal(shown.changes);
    expect(changes.filter(({ step }) => step === "people").map(({ what }) => what)).to.have.members(
      [
        `give DESK-${lgd} back to r${lgd}`,
        `enable r${lgd}`,
        `give HEAD-${lgd} back to s${lgd}`,
        `enable s${lgd}`,
      ],
    );
    expect(await stateOf(`r${lgd}`)).to.deep.equal({ isShut: false, charges: 1 });
    expect(await inspectOffice(office)).to.include({ people: 2, vacant: 0, administrators: 1 });
    expect((await applyOffice(asked)).changes).to.deep.equal([]);

    await removeOffice({ office, leavesItems: false, isCheck: false });
    const other = await anOfficeDefinition();
    await applyOffice({ office: other, isCheck: false });
    await rows(
      `insert into charges (id, post_id, employee_id, kind, from_on) select gen_random_uuid(), p.id, e.id,
         'substantive', current_date + 1 from posts p, employees e where p.code = $post and e.code = $code
       returning 1 as one`,
      { post: `HEAD-${other.lgd}`, code: `E${lgd}2` },
    );
    await applyOffice({ office, isCheck: false });
    expect(await stateOf(`r${lgd}`)).to.deep.equal({ isShut: false, charges: 1 });
    expect(await stateOf(`s${lgd}`)).to.deep.equal({ isShut: true, charges: 1 });
    rmSync(employees.path);
  });

  it("leaves twice on the day on which it came", async () => {
    const office = await anOfficeDefinition();
    const employees = anEmployeeMaster(office);
    await applyOffice({ office, employees, isCheck: false });
    await rows(
      "update charges set from_on = current_date where post_id in (select id from posts where code = $code) returning 1 as one",
      { code: `DESK-${office.lgd}` },
    );
    const asked = { office, leavesItems: false, isCheck: false };
    expect((await removeOffice(asked)).changes).not.to.deep.equal([]);
    expect((await removeOffice(asked)).changes).to.deep.equal([]);
    rmSync(employees.path);
  });

  it("comes back by its file after it left, also on the day on which it came and went", async () => {
    const office = await anOfficeDefinition();
    const asked = { office, isCheck: false };
    await applyOffice(asked);
    await removeOffice({ ...asked, leavesItems: false });
    const { changes } = await applyOffice(asked);
    expect(changes.map(({ step }) => step)).to.include.members(["rights", "networks", "office"]);
    expect(await inspectOffice(office)).to.include({ posts: 2, ranges: 1 });
    expect((await applyOffice(asked)).changes).to.deep.equal([]);
    expect((await listOffices()).find(({ lgd }) => lgd === office.lgd)?.state).to.equal("working");
  });
});

async function refused(work: Promise<unknown>, sentence: RegExp): Promise<void> {
  try {
    await work;
  } catch (error) {
    expect(String(error)).to.match(sentence);
    return;
  }
  expect.fail("it was not refused");
}
