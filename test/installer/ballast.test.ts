import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ballastBytes, layBallast, releaseBallast } from "../../installer/disk/ballast.ts";

describe("The ballast on the disk of the database", () => {
  const folder = mkdtempSync(join(tmpdir(), "ballast-"));
  const path = join(folder, "ballast");
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("is laid once, also after a run that was killed before it had laid it", async () => {
    writeFileSync(path, "");
    expect(await layBallast(path, 4096)).to.equal(true);
    expect(await layBallast(path, 4096)).to.equal(false);
    expect([await releaseBallast(path), await ballastBytes(path)]).to.deep.equal([4096, 0]);
  });
});
