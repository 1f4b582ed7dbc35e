import { expect } from "chai";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BundleRefused } from "../../../installer/bundle/refusals.ts";
import { stage } from "../../../installer/upgrade/this-host/act.ts";

describe("Laying down a release", () => {
  const folder = mkdtempSync(join(tmpdir(), "staging-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("starts nothing of a bundle that was put in the judged one's place", async () => {
    const trace = join(folder, "started");
    const key = `${folder}.pub`;
    writeFileSync(join(folder, "install"), `touch '${trace}'\n`);
    writeFileSync(join(folder, "SHA256SUMS"), "");
    writeFileSync(key, "untrusted comment: key\nRWQ");
    const error: unknown = await stage(folder, key).catch((reason: unknown) => reason);
    rmSync(key);
    expect(error).to.be.instanceOf(BundleRefused);
    expect(existsSync(trace)).to.equal(false);
  });
});
