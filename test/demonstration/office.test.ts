import { expect } from "chai";
import { aYear } from "./year.ts";

const { office } = aYear("test");
const devanagari = /^[\u0900-\u097f .]+$/;

describe("The demonstration's office", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(aYear("test").office).to.deep.equal(office);
    expect(aYear("other").office.employees).to.not.deep.equal(office.employees);
  });

  it("has the state's departments, divisions and districts, and what lies below them", () => {
    const count = (kind: string) => office.units.filter((unit) => unit.kind === kind).length;
    expect([count("department"), count("division"), count("district")]).to.deep.equal([48, 5, 33]);
    expect(count("section")).to.be.above(140);
    expect(count("tehsil")).to.be.above(60);
  });

  it("names a parent before its children, and no unit twice", () => {
    const seen = new Set<string>();
    for (const { code, parent } of office.units) {
      expect(parent === null || seen.has(parent), code).to.equal(true);
      expect(seen.has(code), code).to.equal(false);
      seen.add(code);
    }
  });

  it("puts every post in a unit that exists, below a superior that stands before it", () => {
    const units = new Set(office.units.map(({ code }) => code));
    const seen = new Set<string>();
    for (const { key, unit, reportsTo } of office.posts) {
      expect(units.has(unit), key).to.equal(true);
      expect(reportsTo === null || seen.has(reportsTo), key).to.equal(true);
      seen.add(key);
    }
    expect(seen.size).to.equal(office.posts.length).and.to.be.above(320);
  });

  it("has three hundred people with codes, addresses and mobiles of their own", () => {
    const { employees, posts } = office;
    expect(employees).to.have.length(300);
    for (const field of ["code", "email", "mobile", "nameEn"] as const) {
      expect(new Set(employees.map((employee) => employee[field])).size, field).to.equal(300);
    }
    expect(new Set(posts.map(({ marking }) => marking)).size).to.equal(posts.length);
    expect(employees.every(({ email }) => email.endsWith("@cg.example"))).to.equal(true);
  });

  it("writes Hindi names in Devanagari alone", () => {
    const wrong = office.employees.filter(
      ({ nameHi, salutationHi }) => !devanagari.test(nameHi) || !devanagari.test(salutationHi),
    );
    expect(wrong).to.deep.equal([]);
  });

  it("lets nobody join as a child or serve past sixty-two", () => {
    for (const { bornOn, joinedServiceOn, code } of office.employees) {
      const [born, joined] = [Number(bornOn.slice(0, 4)), Number(joinedServiceOn.slice(0, 4))];
      expect(joined - born, code).to.be.at.least(19);
      expect(2026 - born, code).to.be.below(62);
    }
  });

  it("fills every post once, but for a few that are vacant and a few that share a holder", () => {
    const lasting = office.charges.filter(({ kind }) => kind !== "link").map(({ post }) => post);
    expect(new Set(lasting).size).to.equal(lasting.length);
    expect(office.posts.length - lasting.length).to.equal(12);
    const count = (kind: string) => office.charges.filter((charge) => charge.kind === kind).length;
    expect(count("substantive")).to.equal(300);
    expect(count("additional")).to.be.above(15);
    expect(count("link")).to.equal(6);
  });
});
