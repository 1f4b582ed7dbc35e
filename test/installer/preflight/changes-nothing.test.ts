import { expect } from "chai";
import { createHash } from "node:crypto";
import { lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { preflight } from "../../../installer/preflight/preflight.ts";
import { syncTimes } from "../../../installer/preflight/sync-times.ts";

/** One hash over names, modes, times and contents. */
function treeHash(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
      const path = join(folder, name);
      const { mode, mtimeMs, size } = lstatSync(path);
      hash.update(JSON.stringify([path, mode, mtimeMs, size]));
    }
    hash.update(String(lstatSync(folder).mtimeMs));
  }
  return hash.digest("hex");
}

describe("Preflight on this machine", function () {
  this.timeout(40_000);
  const example = new URL("../../../installer/site/site.example.yml", import.meta.url).pathname;

  it("answers within twenty seconds and changes nothing", async () => {
    const watched = ["/etc", "/opt", "/var/lib/dpkg", "/var/lib/postgresql", "/srv"].filter(
      (folder) => lstatSync(folder, { throwIfNoEntry: false })?.isDirectory(),
    );
    const before = treeHash(watched);
    const { seconds, results } = await preflight({ site: example });
    expect(treeHash(watched)).to.equal(before);
    expect(seconds).to.be.below(20);
    expect(results.length).to.be.above(40);
  });

  it("measures a disk without leaving a trace", async () => {
    const folder = mkdtempSync(join(tmpdir(), "disk-"));
    const before = treeHash([folder]);
    const times = await syncTimes(folder);
    expect(times === undefined || times.length > 0).to.equal(true);
    expect(treeHash([folder])).to.equal(before);
    rmSync(folder, { recursive: true });
  });

  it("names the key of site.yml that is wrong, in both languages", async () => {
    const folder = mkdtempSync(join(tmpdir(), "site-"));
    const path = join(folder, "site.yml");
    writeFileSync(path, readFileSync(example, "utf8").replace("10.10.0.0/16", "0.0.0.0/0"));
    const { outcome, results } = await preflight({ site: path });
    expect(outcome).to.equal("fail");
    expect(results.map(({ id }) => id)).to.deep.equal(["PF-001"]);
    expect(results[0]?.cause?.en).to.contain("vpnRanges");
    expect(results[0]?.cause?.hi).to.match(/[ऀ-ॿ]/);
    rmSync(folder, { recursive: true });
  });
});
