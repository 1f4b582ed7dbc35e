import { rmSync } from "node:fs";
import { expect } from "chai";
import { rows } from "../../app/base/index.ts";
import {
  applyOffice,
  beginTrial,
  inspectOffice,
  removeOffice,
  type OfficeDefinition,
} from "../../app/offices/index.ts";
import { exportOffice } from "../../app/offices/export-office.ts";
import { listOffices } from "../../app/offices/office-rule.ts";
import { anEmployeeMaster, anOfficeDefinition } from "../support/office-definition.ts";
import { sandboxed } from "../support/sandbox.ts";

describe("An office beneath another", () => {
  sandboxed();

  const masters: string[] = [];
  afterEach(() => masters.splice(0).forEach((path) => rmSync(path)));

  const bring = async (office: OfficeDefinition) => {
    const employees = anEmployeeMaster(office);
    masters.push(employees.path);
    return applyOffice({ office, employees, isCheck: false });
  };

  /** A district with a tehsil beneath its land section. */
  const both = async () => {
    const district = await anOfficeDefinition();
    await bring(district);
    const tehsil = await anOfficeDefinition({ kind: "tehsil", parent: `LAND-${district.lgd}` });
    await bring(tehsil);
    return { district, tehsil };
  };

  it("keeps the one above from leaving before it", async () => {
    const { district, tehsil } = await both();
    for (const isCheck of [true, false]) {
      const said = await refusalOf(removeOffice({ office: district, leavesItems: true, isCheck }));
      expect(said).to.deep.equal([
        "The office {code} works beneath this one. Take that one out first.",
        { code: tehsil.code },
      ]);
    }
    expect(await inspectOffice(tehsil)).to.include({ people: 2, administrators: 1 });
    await removeOffice({ office: tehsil, leavesItems: false, isCheck: false });
    await removeOffice({ office: district, leavesItems: false, isCheck: false });
    expect(await inspectOffice(district)).to.include({ people: 0, administrators: 0 });
  });

  it("leaves, and nobody above it loses anything", async () => {
    const { district, tehsil } = await both();
    await removeOffice({ office: tehsil, leavesItems: false, isCheck: false });
    expect(await inspectOffice(tehsil)).to.include({ people: 0, administrators: 0 });
    expect(await inspectOffice(district)).to.include({ people: 2, administrators: 1 });
  });

  it("is counted, listed and exported by itself", async () => {
    const { district, tehsil } = await both();
    await beginTrial(tehsil);
    for (const office of [district, tehsil]) {
      expect(await inspectOffice(office)).to.include({ posts: 2, people: 2 });
      const line = (await listOffices()).find(({ lgd }) => lgd === office.lgd);
      expect(line).to.include({ posts: 2, people: 2 });
      const { units, charges } = (await exportOffice(office)) as Exported;
      expect([units.length, charges.length]).to.deep.equal([2, 2]);
    }
  });

  it("has its mail judged by its own domains alone, and its trial by nobody's", async () => {
    const { district, tehsil } = await both();
    const mail = { office: "x@tehsil.example", domains: ["tehsil.example", "cg.example"] };
    await beginTrial({ ...tehsil, mail });
    const { lgd } = tehsil;
    await rows("update employees set email = $to where email = $from returning 1 as one", {
      from: `r${lgd}@cg.example`,
      to: `r${lgd}@tehsil.example`,
    });
    expect((await applyOffice({ office: district, isCheck: false })).changes).to.deep.equal([]);
  });

  it("is written into by no other file: not its units, its posts or its people", async () => {
    const { district, tehsil } = await both();
    const [unit] = tehsil.units;
    const [post] = tehsil.posts;
    if (!unit || !post) {
      return expect.fail("the tehsil has a unit and a post");
    }
    const more = { ...unit, code: `MORE-${tehsil.lgd}` };
    const extra = { ...post, code: `EXTRA-${tehsil.lgd}`, marking: "X", reportsTo: undefined };
    const wrong: readonly (readonly [Partial<OfficeDefinition>, string])[] = [
      [{ units: [{ ...more, parent: tehsil.code }] }, tehsil.code],
      [{ units: [{ ...unit, code: tehsil.code }] }, tehsil.code],
      [{ posts: [extra] }, unit.code],
      [{ posts: [post] }, post.code],
      [{ administrator: { post: post.code } }, post.code],
    ];
    for (const [given, code] of wrong) {
      const asked = applyOffice({ office: { ...district, ...given }, isCheck: false });
      expect(await refusalOf(asked)).to.deep.equal([refusalAbout(code), { code }]);
    }
  });

  it("is given no holder of its posts by the master of the one above", async () => {
    const district = await anOfficeDefinition();
    await bring(district);
    const tehsil = await anOfficeDefinition({ kind: "tehsil", parent: district.code });
    await applyOffice({ office: tehsil, isCheck: false });
    const employees = anEmployeeMaster(tehsil);
    masters.push(employees.path);
    const code = `DESK-${tehsil.lgd}`;
    const asked = applyOffice({ office: district, employees, isCheck: false });
    expect(await refusalOf(asked)).to.deep.equal([refusalAbout(code), { code }]);
    expect(await inspectOffice(tehsil)).to.include({ people: 0 });
  });

  it("writes into no office above it or beside it", async () => {
    const { district } = await both();
    const state = district.parent;
    const tehsil = await anOfficeDefinition({ kind: "tehsil", parent: `LAND-${district.lgd}` });
    const [unit] = tehsil.units;
    const [post] = tehsil.posts;
    for (const code of [district.code, `LAND-${district.lgd}`, state]) {
      const within = [{ ...unit, parent: code }] as typeof tehsil.units;
      const seated = [{ ...post, unit: code }] as typeof tehsil.posts;
      for (const given of [{ units: within }, { posts: seated }]) {
        const asked = applyOffice({ office: { ...tehsil, ...given }, isCheck: false });
        expect(await refusalOf(asked)).to.deep.equal([
          "The unit {code} belongs to another office.",
          { code },
        ]);
      }
    }
  });
});

interface Exported {
  readonly units: readonly object[];
  readonly charges: readonly object[];
}

const refusalAbout = (code: string): string =>
  /^(DESK|HEAD)-/.test(code)
    ? "The post {code} belongs to another office."
    : "The unit {code} belongs to another office.";

async function refusalOf(work: Promise<unknown>): Promise<readonly unknown[]> {
  const error: unknown = await work.then(
    () => undefined,
    (refusal: unknown) => refusal,
  );
  const { message, gaps } = (error ?? {}) as { message?: string; gaps?: object };
  return [message, gaps];
}
