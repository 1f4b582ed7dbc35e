import { expect } from "chai";
import { atMoment, row, transaction } from "../../app/base/index.ts";
import { defineNumberSeries, issueNumber } from "../../app/numbering/index.ts";
import { setTemplate } from "../../app/numbering/set-template.ts";
import { fillTemplate, readTemplate } from "../../app/numbering/template.ts";
import { writeYear, yearOf } from "../../app/numbering/year.ts";
import { anOfficer, aUnit } from "../support/builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import { sandboxed } from "../support/sandbox.ts";

const series = defineNumberSeries({
  purpose: "sample",
  name: "Sample",
  template: "{serial}/{year}/{unit}",
  year: "calendar",
  tokens: ["basic"],
});
const issue = (unitId: string, on?: string) =>
  transaction(() => issueNumber({ purpose: series.purpose, unitId, ...(on ? { on } : {}) }));

describe("Writing a number", () => {
  it("fills in serial, year and names, with zeros where asked", () => {
    const parts = readTemplate("एफ {basic}-{serial:4}/{year}/{departmentNumber}", ["basic"]);
    const values = { basic: "10", serial: 4, year: "2026", departmentNumber: "21" };
    expect(fillTemplate(parts, values)).to.equal("एफ 10-0004/2026/21");
  });

  it("refuses a part it does not know, and what would repeat", async () => {
    const refuse = (template: string) =>
      refused(Promise.resolve().then(() => readTemplate(template, [])));
    const unknown = await refuse("{serial}/{year}/{officer}");
    expect(unknown.fields[0]).to.include({ field: "template" });
    expect(unknown.fields[0]?.gaps).to.include({ token: "{officer}" });
    expect((await refuse("{year}/A")).fields[0]?.gaps).to.deep.equal({ token: "{serial}" });
    expect((await refuse("{serial}")).fields[0]?.gaps).to.deep.equal({ token: "{year}" });
    expect((await refuse("{serial}/{year}/{unit")).fields).to.have.length(1);
  });

  it("counts the financial year from April", () => {
    expect(writeYear(yearOf("2026-03-31", "financial"), "financial")).to.equal("2025-26");
    expect(writeYear(yearOf("2026-04-01", "financial"), "financial")).to.equal("2026-27");
    expect(writeYear(yearOf("2026-01-01", "calendar"), "calendar")).to.equal("2026");
  });
});

describe("Issuing a number", () => {
  sandboxed();

  it("runs for each unit and year from 1", async () => {
    const [one, other] = [await aUnit(), await aUnit()];
    expect((await issue(one.id, "2025-12-31")).number).to.equal(`1/2025/${one.code}`);
    expect((await issue(one.id, "2025-12-31")).number).to.equal(`2/2025/${one.code}`);
    expect((await issue(one.id, "2026-01-01")).number).to.equal(`1/2026/${one.code}`);
    expect((await issue(other.id, "2026-01-01")).number).to.equal(`1/2026/${other.code}`);
  });

  it("takes the year of India at New Year's midnight", async () => {
    const unit = await aUnit();
    const { year } = await atMoment(new Date("2025-12-31T18:30:00Z"), () => issue(unit.id));
    expect(year).to.equal(2026);
  });

  it("gives a number back when the work around it fails", async () => {
    const unit = await aUnit();
    await issue(unit.id);
    const failing = transaction(async () => {
      await issueNumber({ purpose: series.purpose, unitId: unit.id });
      throw new Error("The letter could not be written");
    });
    await failing.catch(() => undefined);
    expect((await issue(unit.id)).serial).to.equal(2);
  });

  it("is refused outside the transaction that uses it", async () => {
    const unit = await aUnit();
    const work = issueNumber({ purpose: series.purpose, unitId: unit.id });
    const failed = await work.then(() => "", String);
    // The sandbox itself is no transaction of a command.
    expect(failed).to.include("inside the transaction");
  });
});

describe("Setting a template", () => {
  sandboxed();

  const given = {
    purpose: series.purpose,
    template: "आ/{serial}/{year}",
    year: "calendar",
    fromOn: "2026-12-01",
  } as const;
  const later = new Date("2026-12-02T06:00:00Z");

  it("binds the state, a department with all below it, or one unit", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    const department = await aUnit({ kind: "department" });
    const [section, elsewhere] = [await aUnit({ parent: department }), await aUnit()];
    await atMoment(new Date("2026-11-20T06:00:00Z"), async () => {
      await setTemplate(administrator, given);
      await setTemplate(administrator, {
        ...given,
        unitCode: department.code,
        template: "{departmentNumber}-{serial:3}/{year}",
      });
    });
    expect((await issue(section.id, "2026-11-30")).number).to.equal(`1/2026/${section.code}`);
    await atMoment(later, async () => {
      expect((await issue(section.id)).number).to.equal("1-002/2026");
      expect((await issue(elsewhere.id)).number).to.equal("आ/1/2026");
    });
  });

  it("is recorded, and only for administrators", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    await setTemplate(administrator, { ...given, fromOn: "2099-01-01" });
    const kept = await row<{ id: string }>(
      "select id from parameters where name = 'numbering.sample' and from_on = '2099-01-01'",
    );
    expect(await eventsOf(kept?.id ?? "")).to.deep.equal(["numbering.template-set"]);
    const officer = await anOfficer({ roles: ["section-officer"] });
    expect(await refusalOf(setTemplate(officer, given))).to.equal("forbidden");
  });

  it("cannot reach into the past, nor name a unit there is not", async () => {
    const administrator = await anOfficer({ roles: ["administrator"] });
    const past = await refused(setTemplate(administrator, { ...given, fromOn: "2020-01-01" }));
    expect(past.fields[0]?.field).to.equal("fromOn");
    const nowhere = { ...given, fromOn: "2099-01-01", unitCode: "NOWHERE" };
    const unknown = await refused(setTemplate(administrator, nowhere));
    expect(unknown.fields[0]?.field).to.equal("unitCode");
  });
});
