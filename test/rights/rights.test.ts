import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import type { Result } from "./report.ts";

/** In processes of its own: its checks get their switches before any of the product is loaded. */
describe("Who may do what, asked of every route and table", function () {
  this.timeout(2_400_000);

  it("is as the table says, and no check can be left out", async () => {
    const { faults, result } = await runMatrix();
    expect(faults).to.equal("");
    expect(result.cells).to.be.at.least(10_000);
    expect(result.routesCovered).to.equal(result.routes);
    expect(result.mutants).to.be.at.least(150);
    expect(result.mutantsKilled).to.equal(result.mutants);
  });
});

async function runMatrix(): Promise<{ result: Result; faults: string }> {
  const command = ["--import=tsx", "test/rights/main.ts", "--json"];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "pipe"] });
  const [output, told] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const faults = told.split("\n").filter((line) => /^(✗| {4})/.test(line));
  const last = output.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{")) {
    throw new Error(`The matrix broke off:\n${told.slice(-4000)}`);
  }
  return { result: JSON.parse(last) as Result, faults: faults.join("\n") };
}
