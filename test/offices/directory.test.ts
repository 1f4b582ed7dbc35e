import { rmSync } from "node:fs";
import { expect } from "chai";
import { row, rows } from "../../app/base/index.ts";
import {
  applyOffice,
  inspectOffice,
  removeOffice,
  type OfficeDefinition,
} from "../../app/offices/index.ts";
import { attempt, authorityForSuite, directoryOf, use } from "../directory/a-directory.ts";
import { aFullEntry, asAdded } from "../directory/an-entry.ts";
import { eventsOf } from "../support/expectations.ts";
import { anEmployeeMaster, anOfficeDefinition } from "../support/office-definition.ts";
import { sandboxed } from "../support/sandbox.ts";
import { aSlapd, base, passwordOf, type Slapd } from "../support/slapd.ts";

interface Given {
  readonly under?: string;
  readonly uid?: string;
  readonly title?: string;
  readonly mail?: string;
  readonly employeeNumber?: string;
}

describe("The directory of an office", function () {
  this.timeout(60_000);
  sandboxed();

  const authority = authorityForSuite();
  let slapd: Slapd;

  before(async () => {
    slapd = await aSlapd({ authority: authority() });
  });
  after(() => slapd.remove());
  beforeEach(() => use(directoryOf(authority(), [slapd.ldaps])));

  /** An office with a branch of the directory of its own; its employee master names two people. */
  const anOfficeThere = async (given: object = {}) => {
    const office = await anOfficeDefinition();
    const branch = `ou=o${office.lgd},${base}`;
    await slapd.asRoot((client) =>
      client.add(branch, { objectClass: "organizationalUnit", ou: `o${office.lgd}` }),
    );
    const directory = { base: branch, ...given };
    return { ...office, directory };
  };

  /** The entry of one of the two, in the branch of the office or elsewhere. */
  const enter = (office: OfficeDefinition, place: 1 | 2, given: Given = {}) => {
    const { under = office.directory?.base, ...said } = given;
    const uid = `${place === 1 ? "r" : "s"}${office.lgd}`;
    const entry = {
      ...aFullEntry("office"),
      uid,
      mail: `${uid}@cg.example`,
      employeeNumber: `E${office.lgd}${place}`,
      mobile: `9${place - 1}0${office.lgd}`,
      userPassword: passwordOf(uid),
      ...said,
    };
    return slapd.asRoot((client) => client.add(`uid=${entry.uid},${under}`, asAdded(entry)));
  };

  const doorOf = async (login: string) =>
    (await row<{ door: string }>("select door from accounts where login = $login", { login }))
      ?.door;

  const stepsOf = (changes: readonly { step: string; what: string }[]) =>
    changes.filter(({ step }) => step === "directory").map(({ what }) => what);

  it("lets the people of its employee master come in by it, and a second run changes nothing", async () => {
    const office = await anOfficeThere();
    const employees = anEmployeeMaster(office);
    await enter(office, 1);
    await enter(office, 2);
    await enter(office, 2, { uid: `new${office.lgd}`, mail: "x@cg.example", employeeNumber: "X" });
    const asked = { office, employees };
    const shown = await applyOffice({ ...asked, isCheck: true });
    const done = await applyOffice({ ...asked, isCheck: false });
    expect(done.changes).to.deep.equal(shown.changes);
    expect(stepsOf(done.changes)).to.deep.equal([`link E${office.lgd}1`, `link E${office.lgd}2`]);
    expect(done.firstPassword, "who comes in by the directory needs no password").to.equal(null);
    expect(await inspectOffice(office)).to.include({ people: 2, byDirectory: 2, shutOut: 0 });

    const account = await row<{ id: string }>("select id from accounts where login = $login", {
      login: `r${office.lgd}`,
    });
    const events = await eventsOf(account?.id ?? "");
    expect(events.slice(-2)).to.deep.equal(["access.identity-linked", "access.door-changed"]);
    const entered = await attempt(`r${office.lgd}`, passwordOf(`r${office.lgd}`));
    expect(entered.status).to.equal(303);

    const counted = () => row("select count(*) as events from events");
    const before = await counted();
    expect((await applyOffice({ ...asked, isCheck: false })).changes).to.deep.equal([]);
    expect(await counted()).to.deep.equal(before);
    rmSync(employees.path);
  });

  it("takes nobody from outside its base and filter, and no one else's people", async () => {
    const office = await anOfficeThere({ filter: "(title=officer)" });
    const employees = anEmployeeMaster(office);
    await enter(office, 1, { title: "officer" });
    await enter(office, 2);
    const other = await anOfficeThere();
    const others = anEmployeeMaster(other);
    await applyOffice({
      office: { ...other, directory: undefined },
      employees: others,
      isCheck: false,
    });
    await enter(other, 1, { title: "officer", under: office.directory.base });
    const { changes } = await applyOffice({ office, employees, isCheck: false });
    expect(stepsOf(changes)).to.deep.equal([`link E${office.lgd}1`]);
    expect(await doorOf(`s${office.lgd}`)).to.equal("password");
    expect(await doorOf(`r${other.lgd}`)).to.equal("password");
    rmSync(employees.path);
    rmSync(others.path);
  });

  it("links nobody whose entry has a twin anywhere in the directory", async () => {
    const office = await anOfficeThere();
    const employees = anEmployeeMaster(office);
    await enter(office, 1);
    await enter(office, 2);
    await enter(office, 1, { uid: `twin${office.lgd}`, under: base });
    const { changes } = await applyOffice({ office, employees, isCheck: false });
    expect(stepsOf(changes)).to.deep.equal([`link E${office.lgd}2`]);
    rmSync(employees.path);
  });

  it("refuses a place in the directory that cannot be meant, and then does nothing", async () => {
    const office = await anOfficeThere();
    const fieldOf = async (directory: object) => {
      const wrong = { ...office, directory: { ...office.directory, ...directory } };
      const error: unknown = await applyOffice({ office: wrong, isCheck: false }).catch(
        (refusal: unknown) => refusal,
      );
      const [field] = (error as { fields: readonly { field: string; words: string }[] }).fields;
      return `${field?.field}: ${field?.words}`;
    };
    const nobody = "directory: The directory has nobody at this base and filter.";
    const elsewhere = "directory.base: It is not within the base of the directory, {whole}.";
    expect(await fieldOf({})).to.equal(nobody);
    expect(await fieldOf({ base: `ou=missing,${base}` })).to.equal(nobody);
    for (const wrong of ["", "dc=in", `x${base}`, `Raipur,${base}`, "ou=people,dc=other,dc=in"]) {
      expect(await fieldOf({ base: wrong }), wrong).to.equal(elsewhere);
    }
    for (const filter of ["", "(ou=", "Raipur"]) {
      expect(await fieldOf({ filter }), filter).to.match(/^directory.filter: /);
    }
    use(undefined);
    expect(await fieldOf({})).to.match(/^directory: No directory is set up here/);
    const units = await rows("select 1 from units where code = $code", { code: office.code });
    expect(units).to.deep.equal([]);
  });

  it("takes capital letters and spaces in its base as the directory does", async () => {
    const office = await anOfficeThere();
    const spaced = office.directory.base.toUpperCase().replaceAll(",", ", ");
    await enter(office, 1);
    const employees = anEmployeeMaster(office);
    const { changes } = await applyOffice({
      office: { ...office, directory: { base: spaced } },
      employees,
      isCheck: false,
    });
    expect(stepsOf(changes)).to.have.length(1);
    rmSync(employees.path);
  });

  it("is refused while no server answers, and keeps nothing of an office that left", async () => {
    const office = await anOfficeThere();
    await enter(office, 1);
    const employees = anEmployeeMaster(office);
    await applyOffice({ office, employees, isCheck: false });
    await removeOffice({ office, leavesItems: false, isCheck: false });
    const rule = await row<{ value: object }>(
      `select r.value from parameters r join units u on u.id = r.unit_id
       where r.name = 'offices.office' and u.code = $code
       order by r.created_at desc, r.id desc limit 1`,
      { code: office.code },
    );
    expect(rule?.value).to.include({ state: "left", directory: null });
    expect((await removeOffice({ office, leavesItems: false, isCheck: false })).changes).to.be
      .empty;
    await slapd.stop();
    const down = await applyOffice({ office, isCheck: true }).catch(String);
    expect(down).to.match(/directory does not answer/);
    await slapd.start();
    rmSync(employees.path);
  });
});
