import { expect } from "chai";
import {
  afterCommit,
  conflict,
  inTransaction,
  record,
  row,
  transaction,
} from "../../app/base/index.ts";
import { aUnit, anOfficer, type AUnit } from "../support/builders.ts";
import { eventsOf, refusalOf } from "../support/expectations.ts";
import { unsandboxed } from "../support/sandbox.ts";

const stands = async ({ id }: AUnit): Promise<boolean> =>
  (await row("select 1 as one from units where id = $id", { id })) !== undefined;

describe("A transaction", () => {
  unsandboxed();

  it("takes in everything begun inside it, nested ones too", async () => {
    const written: AUnit[] = [];
    const broken = transaction(async () => {
      written.push(await aUnit());
      await transaction(async () => written.push(await aUnit()));
      expect(await stands(written[1] as AUnit)).to.equal(true);
      throw conflict("Not so.");
    });
    expect(await refusalOf(broken)).to.equal("conflict");
    expect(await Promise.all(written.map(stands))).to.deep.equal([false, false]);
    expect(inTransaction()).to.equal(false);
  });

  it("keeps two that run at the same time apart", async () => {
    const [kept, lost] = await Promise.allSettled([
      transaction(() => aUnit()),
      transaction(async () => {
        await aUnit();
        throw new Error("lost");
      }),
    ]);
    expect([kept.status, lost.status]).to.deep.equal(["fulfilled", "rejected"]);
    expect(kept.status === "fulfilled" && (await stands(kept.value))).to.equal(true);
  });

  it("puts effects off until the outermost commit, and drops them with a rollback", async () => {
    const seen: string[] = [];
    await transaction(async () => {
      await transaction(() => afterCommit(() => void seen.push("inner")));
      seen.push("work");
    });
    const broken = transaction(async () => {
      await afterCommit(() => void seen.push("never"));
      throw conflict("Not so.");
    });
    await refusalOf(broken);
    expect(seen).to.deep.equal(["work", "inner"]);
  });

  it("is done even when what follows it fails", async () => {
    const unit = await transaction(async () => {
      await afterCommit(() => Promise.reject(new Error("the printer is off")));
      return aUnit();
    });
    expect(await stands(unit)).to.equal(true);
  });
});

describe("Recording an event", () => {
  unsandboxed();
  const about = (id: string) => ({ subject: { type: "unit", id } });

  it("is refused outside the transaction of its change", async () => {
    const officer = await anOfficer();
    const { id } = await aUnit();
    let said = "";
    await record(officer, "unit.made", about(id)).catch((error: unknown) => (said = String(error)));
    expect(said).to.contain("must be recorded inside the transaction");
    expect(await eventsOf(id)).to.deep.equal([]);
  });

  it("stands and falls with its change", async () => {
    const officer = await anOfficer();
    const { id } = await aUnit();
    const broken = transaction(async () => {
      await record(officer, "unit.made", about(id));
      throw conflict("Not so.");
    });
    await refusalOf(broken);
    expect(await eventsOf(id)).to.deep.equal([]);
    await transaction(() => record(officer, "unit.made", about(id)));
    expect(await eventsOf(id)).to.deep.equal(["unit.made"]);
  });
});
