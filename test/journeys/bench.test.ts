import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "chai";
import { projectFile } from "../../app/base/index.ts";
import type { Report } from "../bench/report.ts";

const run = promisify(execFile);

/** The figures of so short a run mean nothing; what is looked at is that there are figures, and of what. */
describe("The bench", function () {
  this.timeout(300_000);
  let report: Report;

  before(async () => {
    const bench = projectFile("test/bench/main.ts");
    const command = ["--import=tsx", bench, "--quick", "--json"];
    const { stdout } = await run(process.execPath, command, { cwd: projectFile(".") });
    report = JSON.parse(stdout) as Report;
  });

  it("measures every operation by one and by sixteen at once", () => {
    const measured = report.operations.map(({ name, clients }) => `${name} ${clients}`);
    expect(measured).to.deep.equal([
      "tray 1",
      "tray 16",
      "file page 1",
      "file page 16",
      "add note and send 1",
      "add note and send 16",
      "diarise 1",
      "diarise 16",
    ]);
    for (const { name, clients, ...figures } of report.operations) {
      for (const [what, figure] of Object.entries(figures)) {
        expect(figure, `${what} of ${name} by ${clients}`).to.be.a("number").and.at.least(0);
      }
    }
  });

  it("asks the database no more often than promised", () => {
    const most = (name: string) =>
      Math.max(
        ...report.operations.filter((one) => one.name === name).map((one) => one.statements),
      );
    expect(most("tray")).to.be.at.most(5);
    expect(most("file page")).to.be.at.most(8);
  });

  it("stands beside both floors, and says what memory was held", () => {
    const floors = report.floors.map(({ name, floor }) => `${name}: ${floor}`);
    expect(new Set(floors)).to.have.keys(
      "tray: bare",
      "tray: pgbench",
      "file page: bare",
      "file page: pgbench",
      "add note and send: pgbench",
      "diarise: pgbench",
    );
    for (const amount of Object.values(report.memory)) {
      expect(amount).to.be.greaterThan(50);
    }
  });
});
