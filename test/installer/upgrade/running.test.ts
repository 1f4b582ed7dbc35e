import { expect } from "chai";
import { exit, type ExitCode } from "../../../installer/command/exit-codes.ts";
import { Halt } from "../../../installer/command/halt.ts";
import { makePlan } from "../../../installer/upgrade/plan.ts";
import { undoUpgrade } from "../../../installer/upgrade/put-back.ts";
import { runUpgrade } from "../../../installer/upgrade/run.ts";
import { InventedHost, Killed, release, type Invented, type Work } from "./invented-host.ts";
import { bundle, codeOf, deeds, endOf } from "./orders.ts";

const whole = [
  "backUp",
  "stage",
  "expand",
  "use 1.1.0",
  "roll 1 1.1.0",
  "roll 2 1.1.0",
  "rollWorkers 1.1.0",
];

describe("An upgrade", () => {
  it("goes through its states in order", async () => {
    const host = new InventedHost();
    expect(await runUpgrade(host, { bundle })).to.equal(exit.ok);
    expect(deeds(host)).to.deep.equal(whole);
    expect(host.kept?.reached.map(({ state }) => state)).to.deep.equal([
      "verified",
      "preflighted",
      "backed_up",
      "staged",
      "expanded",
      "rolled(1)",
      "rolled(2)",
      "checked",
      "current",
    ]);
    expect(host.running).to.deep.equal(["1.1.0", "1.1.0"]);
    expect(host.kept?.restorePoint).to.equal("before-1.1.0-19700101T000000Z");
  });

  for (let write = 1; write <= 10; write += 1) {
    it(`goes on after a kill before write ${write} of its journal`, async () => {
      const host = new InventedHost();
      host.killAt = write;
      try {
        await runUpgrade(host, { bundle });
      } catch (error) {
        expect(error).to.be.instanceOf(Error);
      }
      host.revive();
      await endOf(host);
      expect(host.link).to.equal("1.1.0");
      expect(host.running).to.deep.equal(["1.1.0", "1.1.0"]);
      expect(host.schema).to.equal("new");
      expect(host.kept?.state).to.equal("current");
    });
  }

  const faults: readonly (readonly [string, Invented, ExitCode])[] = [
    ["a jump too far", { bundle: release("3.0.0", "2.0.0") }, exit.preflightFailed],
    ["a downgrade", { installed: "2.0.0" }, exit.preflightFailed],
    ["the release that runs already", { installed: "1.1.0" }, exit.nothingToDo],
    ["steps of the database left over", { unfinished: ["0001-a"] }, exit.preflightFailed],
    ["a key of site.yml that is gone", { badKeys: ["redis.port"] }, exit.preflightFailed],
    [
      "a step that leaves the old release behind",
      {
        pending: [
          {
            name: "0031-drop",
            lock: "exclusive",
            tables: ["files"],
            seconds: 1,
            oldestApplication: 30,
          },
        ],
      },
      exit.preflightFailed,
    ],
    ["too small a disk", { freeBytes: 1e9 }, exit.preflightFailed],
    ["a failed preflight", { faults: ["The disk is slow."] }, exit.preflightFailed],
  ];
  for (const [name, told, code] of faults) {
    it(`refuses ${name} before anything stops`, async () => {
      const host = new InventedHost(told);
      expect(await codeOf(runUpgrade(host, { bundle }))).to.equal(code);
      expect(deeds(host)).to.deep.equal([]);
      expect(host.link).to.equal(told.installed ?? "1.0.0");
    });
  }

  it("tells which bundles to fetch", async () => {
    const releases = [release("1.0.0"), release("2.0.0", "1.0.0"), release("3.0.0", "2.0.0")];
    const host = new InventedHost({ bundle: release("3.0.0", "2.0.0"), releases });
    const refused = await makePlan(host, bundle).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(Halt);
    expect((refused as Halt).words.en).to.contain("secretariat-2.0.0 → secretariat-3.0.0");
    expect((refused as Halt).words.hi).to.contain("secretariat-2.0.0 → secretariat-3.0.0");
  });

  it("tells which packages of Debian the bundle renews", async () => {
    const plan = await makePlan(new InventedHost({ updates: ["postgresql-15"] }), bundle);
    expect(plan.updates).to.deep.equal(["postgresql-15"]);
  });

  it("tells what keys mean from now on that site.yml leaves out", async () => {
    const old = { "backups.keepDays": "35", "web.instances": "2", gone: "1" };
    const next = { "backups.keepDays": "60", "web.instances": "2", "logs.keepDays": "180" };
    const plan = await makePlan(new InventedHost({ usual: [old, next] }), bundle);
    expect(plan.usual).to.deep.equal([
      { key: "backups.keepDays", before: "35", after: "60" },
      { key: "gone", before: "1", after: null },
      { key: "logs.keepDays", before: null, after: "180" },
    ]);
  });

  it("tells what about the server forbids it", async () => {
    const host = new InventedHost({ faults: ["The disk is slow."] });
    const refused = await runUpgrade(host, { bundle }).catch((error: unknown) => error);
    expect((refused as Halt).words.en).to.contain("The disk is slow.");
    expect((refused as Halt).words.hi).to.contain("The disk is slow.");
  });

  it("does not begin without a backup, unless somebody gives a reason", async () => {
    const host = new InventedHost({ broken: { backUp: true } });
    expect(await codeOf(runUpgrade(host, { bundle }))).to.equal(exit.backupFailed);
    expect(deeds(host)).to.deep.equal(["backUp"]);
    expect(await runUpgrade(host, { withoutBackup: "snapshot of the VM taken" })).to.equal(exit.ok);
    expect(host.kept?.restorePoint).to.equal("none: snapshot of the VM taken");
  });

  for (const broken of ["stage", "expand"] as const satisfies readonly Work[]) {
    it(`leaves the old release alone when it cannot ${broken}`, async () => {
      const host = new InventedHost({ broken: { [broken]: true } });
      expect(await codeOf(runUpgrade(host, { bundle }))).to.equal(exit.interrupted);
      expect(host.link).to.equal("1.0.0");
      expect(host.running).to.deep.equal(["1.0.0", "1.0.0"]);
    });
  }

  const bad: readonly (readonly [string, Invented])[] = [
    ["does not start", { broken: { roll: true } }],
    ["has workers that do not start", { broken: { rollWorkers: true } }],
    ["fails one request in ten", { figures: { requests: 500, failures: 50 } }],
    ["keeps one request in ten waiting", { figures: { within: { "2.5": 450, "5": 500 } } }],
    ["hands no event on", { figures: { oldestDelivery: 45 } }],
    ["is not ready after a while", { ailing: "secretariat-web@1.service is not ready" }],
  ];
  for (const [name, told] of bad) {
    it(`puts the old release back by itself when the new one ${name}`, async () => {
      const host = new InventedHost(told);
      expect(await runUpgrade(host, { bundle })).to.equal(exit.rolledBack);
      expect(host.link).to.equal("1.0.0");
      expect(host.running).to.deep.equal(["1.0.0", "1.0.0"]);
      expect(host.kept?.state).to.equal("rolled_back");
      expect(host.kept?.failure).to.be.a("string").that.is.not.empty;
    });
  }

  it("takes one failure among few for an accident", async () => {
    const host = new InventedHost({ figures: { requests: 80, failures: 2 } });
    expect(await runUpgrade(host, { bundle })).to.equal(exit.ok);
  });

  const noWorse: readonly (readonly [string, Invented])[] = [
    [
      "slow, and was hardly faster before",
      {
        usualFigures: { pages: 9_000, within: { "1": 8_000, "2.5": 9_000 } },
        figures: { within: { "2.5": 450, "5": 500 } },
      },
    ],
    [
      "as late with its events as before",
      { usualFigures: { oldestDelivery: 7_200 }, figures: { oldestDelivery: 7_245 } },
    ],
    ["done with its events within half a minute", { figures: { oldestDelivery: 30 } }],
    [
      "slow for the first who ask, and they are few",
      { figures: { pages: 10, within: { "5": 10 } } },
    ],
    [
      "failing as often as the one before",
      {
        usualFigures: { requests: 1_000, failures: 80 },
        figures: { failures: 50 },
      },
    ],
  ];
  for (const [name, told] of noWorse) {
    it(`keeps a new release that is ${name}`, async () => {
      expect(await runUpgrade(new InventedHost(told), { bundle })).to.equal(exit.ok);
    });
  }

  it("remembers over a kill how the release before fared", async () => {
    const host = new InventedHost({ usualFigures: { pages: 100, within: { "10": 100 } } });
    host.killAfterWork = "use";
    await runUpgrade(host, { bundle }).catch((error: unknown) =>
      expect(error).to.be.instanceOf(Killed),
    );
    host.revive();
    host.told = { figures: { within: { "10": 500 } } };
    await endOf(host);
    expect(host.kept?.state).to.equal("current");
  });

  it("does not mix two upgrades", async () => {
    const host = new InventedHost({ broken: { stage: true } });
    await codeOf(runUpgrade(host, { bundle }));
    expect(await codeOf(runUpgrade(host, { bundle: "/srv/other.tar" }))).to.equal(
      exit.notPermittedHere,
    );
    expect(await undoUpgrade(host, "given up")).to.equal(exit.ok);
    expect(host.done.filter((one) => one.startsWith("roll"))).to.deep.equal([]);
  });

  it("writes units and settings again where a kill came between the link and them", async () => {
    const host = new InventedHost();
    host.killWithin = "use";
    await runUpgrade(host, { bundle }).catch((error: unknown) =>
      expect(error).to.be.instanceOf(Killed),
    );
    host.revive();
    await endOf(host);
    expect(host.settings).to.equal("1.1.0");
    expect(host.running).to.deep.equal(["1.1.0", "1.1.0"]);
  });
});
