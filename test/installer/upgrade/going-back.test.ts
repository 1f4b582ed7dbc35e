import { expect } from "chai";
import { exit } from "../../../installer/command/exit-codes.ts";
import { settleUpgrade, undoUpgrade } from "../../../installer/upgrade/put-back.ts";
import { runUpgrade } from "../../../installer/upgrade/run.ts";
import { InventedHost, Killed } from "./invented-host.ts";
import { bundle, codeOf, deeds, endOf } from "./orders.ts";

describe("The way back from an upgrade", () => {
  it("brings every process back that starts, and says when one does not", async () => {
    const host = new InventedHost({ figures: { requests: 500, failures: 50 }, stuck: 1 });
    expect(await runUpgrade(host, { bundle })).to.equal(exit.rollbackFailed);
    expect(host.link).to.equal("1.0.0");
    expect(host.running).to.deep.equal(["1.1.0", "1.0.0"]);
    host.told = {};
    expect(await runUpgrade(host, {})).to.equal(exit.rolledBack);
    expect(host.running).to.deep.equal(["1.0.0", "1.0.0"]);
  });

  it("goes on putting back what it was killed in", async () => {
    const host = new InventedHost({ figures: { requests: 500, failures: 50 } });
    host.killAfterWork = "rollWorkers";
    await runUpgrade(host, { bundle }).catch((error: unknown) =>
      expect(error).to.be.instanceOf(Killed),
    );
    host.revive();
    await endOf(host);
    expect(host.link).to.equal("1.0.0");
    expect(host.kept?.state).to.equal("rolled_back");
  });

  it("brings the old release back for people even where its settings cannot be written", async () => {
    const host = new InventedHost({ figures: { failures: 50 } });
    host.breaksAt = "use 1.0.0";
    expect(await runUpgrade(host, { bundle })).to.equal(exit.rollbackFailed);
    expect(host.running).to.deep.equal(["1.0.0", "1.0.0"]);
    host.breaksAt = undefined;
    expect(await runUpgrade(host, {})).to.equal(exit.rolledBack);
  });

  it("is not undone before site.yml is one that the old release takes", async () => {
    const host = new InventedHost();
    await runUpgrade(host, { bundle });
    host.told = { keysOfNew: ["logs.keepDays"] };
    const before = deeds(host).length;
    expect(await codeOf(undoUpgrade(host, "by order"))).to.equal(exit.preflightFailed);
    expect(deeds(host).length).to.equal(before);
    expect(host.link).to.equal("1.1.0");
    host.told = {};
    expect(await undoUpgrade(host, "by order")).to.equal(exit.ok);
  });

  it("goes on undoing what an order to undo was killed in", async () => {
    const host = new InventedHost();
    await runUpgrade(host, { bundle });
    host.killWithin = "use";
    await undoUpgrade(host, "by order");
    host.revive();
    expect(await codeOf(settleUpgrade(host))).to.equal(exit.nothingToDo);
    expect(await runUpgrade(host, {})).to.equal(exit.rolledBack);
    expect(host.running).to.deep.equal(["1.0.0", "1.0.0"]);
  });

  it("is undone by order until it was settled", async () => {
    const host = new InventedHost();
    await runUpgrade(host, { bundle });
    expect(await undoUpgrade(host, "by order")).to.equal(exit.ok);
    expect(host.running).to.deep.equal(["1.0.0", "1.0.0"]);
    expect(await codeOf(undoUpgrade(host, "again"))).to.equal(exit.nothingToDo);

    const other = new InventedHost();
    await runUpgrade(other, { bundle });
    expect(await settleUpgrade(other)).to.equal(exit.ok);
    expect([...other.staged]).to.deep.equal(["1.1.0"]);
    expect(await codeOf(undoUpgrade(other, "too late"))).to.equal(exit.notPermittedHere);
    expect(await codeOf(settleUpgrade(other))).to.equal(exit.nothingToDo);
  });

  it("ends with one release, whatever was tried before and wherever settling was killed", async () => {
    const host = new InventedHost();
    host.staged.add("0.9.0");
    await runUpgrade(host, { bundle });
    host.killWithin = "remove";
    await settleUpgrade(host).catch((error: unknown) => expect(error).to.be.instanceOf(Killed));
    host.revive();
    expect(await settleUpgrade(host)).to.equal(exit.ok);
    expect([...host.staged]).to.deep.equal(["1.1.0"]);
    expect(await codeOf(settleUpgrade(host))).to.equal(exit.nothingToDo);
  });
});
