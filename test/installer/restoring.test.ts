import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Manifest } from "../../backups/manifest/manifest.ts";
import { refuseNested, refuseOlderRelease } from "../../installer/restore/refuse.ts";
import { restoreSteps } from "../../installer/restore/restore-steps.ts";
import { installSteps } from "../../installer/steps/index.ts";

describe("Bringing a lost machine back", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "restoring-"))));
  after(() => rmSync(folder, { recursive: true }));

  const refusal = (work: () => unknown) =>
    Promise.resolve()
      .then(work)
      .then(
        () => "taken",
        (error: Error) => error.message,
      );

  it("takes the steps of an installation, with keys before secrets and data before connections", () => {
    const steps = restoreSteps({} as Parameters<typeof restoreSteps>[0]).map(({ id }) => id);
    const usual = installSteps.map(({ id }) => id).filter((id) => id !== "administrator");
    expect(steps.filter((id) => usual.includes(id))).to.deep.equal(usual);
    const at = (id: string) => steps.indexOf(id);
    expect(at("foundations")).to.be.within(at("accounts"), at("secrets"));
    expect(at("restored")).to.be.within(at("postgres"), at("database"));
  });

  it("refuses a folder of backups that holds its target, lies in it, or is not there", async () => {
    const target = join(folder, "backups");
    mkdirSync(join(target, "copy"), { recursive: true });
    symlinkSync(target, join(folder, "link"));
    expect(await refusal(() => refuseNested(`${target}/`, target))).to.equal("taken");
    expect(await refusal(() => refuseNested(join(folder, "link"), target))).to.equal("taken");
    for (const from of [join(target, "copy"), folder]) {
      expect(await refusal(() => refuseNested(from, target)), from).to.match(/within each other/);
    }
    expect(await refusal(() => refuseNested(join(folder, "none"), target))).to.match(/not there/);
  });

  it("refuses backups of a later release than the bundle's", async () => {
    const sets = ["0.9.0", "0.10.0"].map((product) => ({ versions: { product } }) as Manifest);
    expect(await refusal(() => refuseOlderRelease(sets, "0.9.9"))).to.match(/0\.10\.0/);
    expect(await refusal(() => refuseOlderRelease(sets, "0.10.0"))).to.equal("taken");
    expect(await refusal(() => refuseOlderRelease([], "0.1.0"))).to.equal("taken");
  });
});
