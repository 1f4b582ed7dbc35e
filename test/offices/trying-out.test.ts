import { expect } from "chai";
import { row, rows } from "../../app/base/index.ts";
import { applyOffice, beginTrial, endTrial } from "../../app/offices/index.ts";
import { visit } from "../../installer/offices/smoke/visitor.ts";
import { walk } from "../../installer/offices/smoke/walk.ts";
import { closeForgottenTrials } from "../../app/offices/trial/close-forgotten.ts";
import { leftAt } from "../../installer/offices/check-office.ts";
import { anOfficeDefinition } from "../support/office-definition.ts";
import { sandboxed } from "../support/sandbox.ts";
import { siteOrigin } from "../support/visit.ts";

describe("Trying an office out", function () {
  this.timeout(60_000);
  sandboxed();

  it("takes one letter from receipt to dispatch over HTTP and leaves nothing open", async () => {
    const office = await anOfficeDefinition();
    await applyOffice({ office, isCheck: false });
    for (const _ of ["first", "again"]) {
      const trial = await beginTrial(office);
      const steps: string[] = [];
      const visitor = visit({ origin: await siteOrigin() });
      const numbers = await walk(visitor, trial, (step) => void steps.push(step));
      expect(steps).to.have.length(10);
      expect([numbers.receipt, numbers.letter, numbers.outward].join(" ")).to.match(
        /^TRIAL\/\S+ TRIAL\/\S+ TRIAL\/\S+$/,
      );
      expect(await endTrial(office)).to.deep.equal({ open: 0 });
    }
  });

  it("holds nothing against the next trial that one left when it broke off", async () => {
    const office = await anOfficeDefinition();
    await applyOffice({ office, isCheck: false });
    const broken = await beginTrial(office);
    const steps: string[] = [];
    const tell = (step: string) => {
      steps.push(step);
      if (step === "draft") {
        throw new Error("broke off");
      }
    };
    await walk(visit({ origin: await siteOrigin() }), broken, tell).catch(() => undefined);
    const { open } = await endTrial(office);
    expect(open).to.be.greaterThan(0);
    const next = await beginTrial(office);
    expect([broken.open, next.open]).to.deep.equal([0, open]);
    await walk(visit({ origin: await siteOrigin() }), next, () => undefined);
    const left = leftAt(next.open, (await endTrial(office)).open);
    expect(left.map(({ isGood, found }) => [isGood, found])).to.deep.equal([
      [true, "0"],
      [true, String(open)],
    ]);
    expect(leftAt(0, open).map(({ isGood }) => isGood)).to.deep.equal([false]);
  });

  it("is shut later where it was killed on its way, and not while it may still run", async () => {
    const office = await anOfficeDefinition();
    await applyOffice({ office, isCheck: false });
    const { login } = await beginTrial(office);
    const isShut = async () =>
      (
        await row<{ shut: boolean }>(
          "select disabled_at is not null as shut from accounts where login = $login",
          { login },
        )
      )?.shut;
    await closeForgottenTrials();
    expect(await isShut()).to.equal(false);
    await closeForgottenTrials(new Date(Date.now() + 1000));
    expect(await isShut()).to.equal(true);
    await closeForgottenTrials(new Date(Date.now() + 1000));
  });

  it("counts nothing to the office and leaves no way in", async () => {
    const office = await anOfficeDefinition();
    await applyOffice({ office, isCheck: false });
    const trial = await beginTrial(office);
    await walk(visit({ origin: await siteOrigin() }), trial, () => undefined);
    await endTrial(office);
    const inOffice = `(select id from units where (select id from units where code = $code) = any(ancestor_ids))`;
    const bind = { code: office.code };
    for (const table of ["items", "number_series"]) {
      const found = await rows(`select 1 from ${table} where unit_id in ${inOffice}`, bind);
      expect(found, table).to.deep.equal([]);
    }
    const account = await row<{ shut: boolean; factors: number }>(
      `select disabled_at is not null as shut,
         (select count(*) from authenticator_apps f where f.account_id = a.id) as factors
       from accounts a where login = $login`,
      { login: trial.login },
    );
    expect(account).to.deep.equal({ shut: true, factors: 0 });
  });
});
