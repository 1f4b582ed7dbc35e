import { expect } from "chai";
import { Attribute, Change } from "ldapts";
import { readDifferences, preview } from "../../app/directory/preview.ts";
import type { Difference, TakenOverKind } from "../../app/directory/sync/difference.ts";
import { takeOver } from "../../app/directory/sync/take-over.ts";
import { directoryNeeded } from "../../app/directory/preview.ts";
import { row, rows } from "../../app/base/index.ts";
import { findEmployee, registerEmployee } from "../../app/organisation/index.ts";
import type { AnOfficer } from "../support/builders.ts";
import { eventsOf, refusalOf, refused } from "../support/expectations.ts";
import { aDesignation, anAdministrator, officeNow } from "../support/organisation-builders.ts";
import { sandboxed } from "../support/sandbox.ts";
import { aSlapd, base, type LdapEntry, type Slapd } from "../support/slapd.ts";
import { programOf, visitAs } from "../support/visit.ts";
import { authorityForSuite, directoryOf, use } from "./a-directory.ts";
import { aFullEntry, asAdded } from "./an-entry.ts";

const many = 1_200;

describe("The directory compared with the office", function () {
  this.timeout(240_000);
  sandboxed();

  const authority = authorityForSuite();
  let slapd: Slapd;
  let administrator: AnOfficer;

  before(async function () {
    this.timeout(60_000);
    const people = Array.from({ length: many }, () => aFullEntry("crowd"));
    slapd = await aSlapd({ authority: authority(), people });
  });

  after(() => slapd.remove());

  beforeEach(async () => {
    administrator = await anAdministrator();
  });

  /** From here on the directory is the people of one test. */
  const group = (ou: string) =>
    use(directoryOf(authority(), [slapd.ldaps], { people: `(ou=${ou})`, timeoutSeconds: 20 }));

  const add = async (...entries: readonly (LdapEntry & { uid: string })[]) => {
    await slapd.asRoot(async (client) => {
      for (const entry of entries) {
        await client.add(`uid=${entry.uid},${base}`, asAdded(entry));
      }
    });
  };

  const alter = (uid: string, values: Readonly<Record<string, string>>) =>
    slapd.asRoot((client) =>
      client.modify(
        `uid=${uid},${base}`,
        Object.entries(values).map(
          ([type, value]) =>
            new Change({
              operation: "replace",
              modification: new Attribute({ type, values: [value] }),
            }),
        ),
      ),
    );

  const take = async (kind: TakenOverKind, subjects: readonly string[] = []) => {
    const { seen } = await preview({ kind });
    return takeOver(administrator, directoryNeeded(), { kind, seen, subjects });
  };

  const kinds = async () =>
    (await readDifferences()).map(({ kind, employeeCode }) => [kind, employeeCode]);

  const masterOf = async (code: unknown) => {
    const found = await row<{ id: string; accountId: string; login: string; door: string }>(
      `select e.id, a.id as "accountId", a.login, a.door from employees e
       join accounts a on a.employee_id = e.id where e.code = $code`,
      { code },
    );
    return found && { ...found, ...(await findEmployee(found.id)) };
  };

  it(`shows ${many} new people, takes over exactly those, and then finds nothing to do`, async () => {
    group("crowd");
    const before = await officeNow();
    const started = performance.now();
    const shown = await readDifferences();
    const compared = performance.now();
    expect(await officeNow()).to.equal(before);
    expect(shown.filter(({ kind }) => kind === "new")).to.have.length(many);
    expect(shown.flatMap(({ mistakes }) => mistakes)).to.deep.equal([]);

    const browser = await visitAs(administrator);
    const page = await browser.get("/directory/differences/new");
    expect(page.$("input[name=subjects]")).to.have.length(50);
    const seen = page.$("input[name=seen]").attr("value");
    const began = performance.now();
    const taken = await browser.post("/directory/differences/new", { seen, everybody: "true" });
    expect(taken.location).to.equal("/directory/differences/new");
    const ended = performance.now();
    process.stdout.write(
      `      ${many} people: read and compared in ${Math.round(compared - started)} ms, taken over in ${Math.round(ended - began)} ms\n`,
    );

    for (const { wanted } of shown.filter((_, place) => place % 10 === 0)) {
      const master = await masterOf(wanted.code);
      const { login, ...particulars } = wanted;
      expect(master).to.include(particulars);
      expect([master?.login, master?.door]).to.deep.equal([login, "directory"]);
    }
    const [first] = shown;
    const entered = await masterOf(first?.employeeCode);
    expect(await eventsOf(entered?.id ?? "")).to.deep.equal(["organisation.employee-registered"]);
    expect(await eventsOf(entered?.accountId ?? "")).to.deep.equal(["access.identity-linked"]);
    expect(await readDifferences()).to.deep.equal([]);
    const after = await officeNow();
    expect(await refusalOf(take("new"))).to.equal("conflict");
    expect(await officeNow()).to.equal(after);
  });

  it("links whom code and e-mail agree upon, and moves him to the directory's door", async () => {
    const entry = aFullEntry("link");
    await add(entry);
    group("link");
    const { id } = await registerEmployee(administrator, {
      code: String(entry["employeeNumber"]),
      salutation: "Shri",
      nameEn: String(entry["cn"]),
      nameHi: String(entry["cn;lang-hi"]),
      gender: "male",
      bornOn: "1980-01-15",
      joinedOn: "2005-07-01",
      email: String(entry["mail"]),
      mobile: String(entry["mobile"]),
    });
    expect(await kinds()).to.deep.equal([["link", entry["employeeNumber"]]]);
    await take("link");
    const master = await masterOf(entry["employeeNumber"]);
    expect(master).to.include({ id, door: "directory" });
    expect(await eventsOf(master?.accountId ?? "")).to.include.members([
      "access.identity-linked",
      "access.door-changed",
    ]);
    expect(await kinds()).to.deep.equal([]);
  });

  it("takes over changed particulars, in both scripts, of those chosen and of nobody else", async () => {
    const [one, other] = [aFullEntry("changed"), aFullEntry("changed")];
    await add(one, other);
    group("changed");
    const { code } = await aDesignation();
    await take("new");
    expect(await kinds()).to.deep.equal([]);
    await alter(one.uid, {
      "cn;lang-hi": "रमेश कुमार साहू",
      cn: "Ramesh Kumar Sahu",
      mail: "rk.sahu@cg.example",
      mobile: "+91 98930-55501",
      title: code,
    });
    await alter(other.uid, { cn: "Somebody Else" });
    await slapd.asRoot((client) => client.modifyDN(`uid=${one.uid},${base}`, "uid=rk.sahu"));

    const shown = (await readDifferences()).find(({ changes }) => changes.length > 1) as Difference;
    const fields = shown.changes.map(({ field, after }) => [field, after]);
    expect(Object.fromEntries(fields)).to.deep.equal({
      nameEn: "Ramesh Kumar Sahu",
      nameHi: "रमेश कुमार साहू",
      email: "rk.sahu@cg.example",
      mobile: "9893055501",
      designationId: { nameEn: `Officer ${code}`, nameHi: "अधिकारी" },
      login: "rk.sahu",
    });
    await take("changed", [shown.subject]);
    const master = await masterOf(one["employeeNumber"]);
    expect(master).to.include({
      nameHi: "रमेश कुमार साहू",
      mobile: "9893055501",
      login: "rk.sahu",
    });
    expect((await eventsOf(master?.id ?? "")).at(-1)).to.equal("organisation.employee-changed");
    expect((await eventsOf(master?.accountId ?? "")).at(-1)).to.equal("access.login-changed");
    expect((await masterOf(other["employeeNumber"]))?.nameEn).not.to.equal("Somebody Else");
    expect(await kinds()).to.deep.equal([["changed", other["employeeNumber"]]]);
  });

  it("takes nothing over that changed since it was looked at, there or here", async () => {
    const entry = aFullEntry("stale");
    await add(entry);
    group("stale");
    const before = await preview({ kind: "new" });
    await alter(entry.uid, { cn: "Another Name" });
    const stale = { kind: "new", seen: before.seen, subjects: [] } as const;
    const answer = await refused(takeOver(administrator, directoryNeeded(), stale));
    expect([answer.code, answer.message]).to.deep.equal([
      "conflict",
      "The directory or the office has changed since you looked. Look again.",
    ]);
    expect(await masterOf(entry["employeeNumber"])).to.equal(undefined);
    const again = await preview({ kind: "new" });
    const chosen = { kind: "new", seen: again.seen, subjects: ["somebody-else"] } as const;
    expect(await refusalOf(takeOver(administrator, directoryNeeded(), chosen))).to.equal(
      "conflict",
    );
  });

  it("says what is missing of a new person, offers the rest as a table, and enters nobody half", async () => {
    const { gender: _, nicDateOfJoining: __, ...half } = aFullEntry("half");
    const old = aFullEntry("half", { nicDateOfBirth: "19400101000000Z" });
    const formula = aFullEntry("half", { cn: "=HYPERLINK(1)", gender: "male", personalTitle: "x" });
    await add({ ...half, uid: String(half["uid"]) }, old, formula, aFullEntry("half"));
    group("half");
    const browser = await visitAs(administrator);
    const page = await browser.get("/directory/differences/new");
    expect(page.text).to.contain("Choose the gender.").and.contain("older than 62");
    expect(page.$("input[name=subjects]")).to.have.length(1);
    const table = await browser.get("/directory/new-people.csv");
    expect(table.text).to.contain("Employee code,Appellation,Name").and.contain("'=HYPERLINK");
    await take("new");
    expect(await masterOf(half["employeeNumber"])).to.equal(undefined);
    expect(await kinds()).to.have.length(3);
    const { differences, seen } = await preview({ kind: "new" });
    const subjects = differences.map(({ subject }) => subject);
    const forced = takeOver(administrator, directoryNeeded(), { kind: "new", seen, subjects });
    expect(await refusalOf(forced)).to.equal("conflict");
  });

  it("believes neither of two entries that share code, e-mail or mobile", async () => {
    const [one, other, third, fourth] = ["", "", "", ""].map(() => aFullEntry("twins")) as [
      ReturnType<typeof aFullEntry>,
      ReturnType<typeof aFullEntry>,
      ReturnType<typeof aFullEntry>,
      ReturnType<typeof aFullEntry>,
    ];
    await add(one, { ...other, employeeNumber: String(one["employeeNumber"]).toLowerCase() });
    await add(third, { ...fourth, mobile: String(third["mobile"]) });
    group("twins");
    const found = await readDifferences();
    expect(found.map(({ kind, conflict }) => `${kind} ${conflict}`)).to.have.members([
      "conflict twice",
      "conflict twice",
      "new null",
      "new null",
    ]);
    expect(await refusalOf(take("new"))).to.equal("conflict");
    expect(await rows("select 1 from identities where issuer = 'directory:nic'")).to.deep.equal([]);
  });

  it("is for administrators only, and needs a choice", async () => {
    await add(aFullEntry("choice"));
    group("choice");
    const program = await programOf(administrator);
    const shown = (await program.get("/directory/differences/new")).json() as {
      seen: string;
      differences: Record<string, unknown>[];
    };
    expect(shown.differences[0]).not.to.have.property("wanted");
    const none = await program.post("/directory/differences/new", { seen: shown.seen });
    expect(none.status).to.equal(409);
    expect(
      (await program.post("/directory/differences/conflict", { seen: shown.seen })).status,
    ).to.equal(422);
    const nobody = { kind: "new", seen: shown.seen, subjects: [] } as const;
    const officer = { ...administrator, roles: new Set<string>() };
    expect(await refusalOf(takeOver(officer, directoryNeeded(), nobody))).to.equal("forbidden");
  });

  it("answers 503 on the preview while no server answers, and shows its state all the same", async () => {
    use(directoryOf(authority(), ["ldaps://localhost:1"], { timeoutSeconds: 0.5 }));
    const browser = await visitAs(administrator, "hi");
    const page = await browser.get("/directory/differences/new");
    expect(page.status).to.equal(503);
    expect(page.text).to.contain("निर्देशिका अभी उत्तर नहीं दे रही है");
    const state = await browser.get("/directory");
    expect(state.status).to.equal(200);
    expect(state.text).to.contain("अभी उत्तर नहीं");
    use(undefined);
    expect((await browser.get("/directory")).text).to.contain("कोई निर्देशिका नहीं");
    expect((await browser.post("/directory/readings")).status).to.equal(503);
  });
});
