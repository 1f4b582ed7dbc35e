import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { record } from "../../backups/figures/record.ts";
import { holdSet, liftHold, readHolds } from "../../backups/keep/holds.ts";
import { nameOfSet, type Manifest } from "../../backups/manifest/manifest.ts";
import { readManifests, writeManifest } from "../../backups/manifest/manifests.ts";
import { differences, hollowness } from "../../backups/manifest/refuse-hollow.ts";

const aManifest = (given: Partial<Manifest> = {}): Manifest => ({
  version: 1,
  name: "set-20261122T040000Z",
  at: "2026-11-22T04:00:00.000Z",
  label: "20261122-040000F",
  versions: { product: "0.1.0", schema: "0026", postgres: "15.18", system: "77" },
  rows: { events: 100, items: 20, sessions: 300 },
  seals: 90,
  head: null,
  keys: [],
  documents: { snapshot: "30ab", files: 40, bytes: 5_000 },
  configuration: null,
  files: {},
  ...given,
});

describe("The manifest of a set", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "manifests-"))));
  after(() => rmSync(folder, { recursive: true }));

  it("is believed only as it was signed, to the byte", async () => {
    const places = { folder, state: join(folder, "state") };
    await writeManifest(places, aManifest());
    expect((await readManifests(places)).genuine).to.deep.equal([aManifest()]);
    const path = join(folder, "manifests/set-20261122T040000Z.manifest");
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path, bytes);
      const { genuine, broken } = await readManifests(places);
      expect([genuine.length, broken.length], `byte ${at}`).to.deep.equal([0, 1]);
    }
    writeFileSync(path, whole);
    expect((await readManifests(places)).broken).to.deep.equal([]);
  });

  it("is called by its moment", () => {
    expect(nameOfSet(new Date("2026-11-22T04:00:09.123Z"))).to.equal("set-20261122T040009Z");
  });

  it("is hollow when the database was empty, or lost what only grows", () => {
    const before = aManifest();
    expect(hollowness(aManifest(), before)).to.deep.equal([]);
    expect(hollowness(aManifest({ rows: {} }), undefined)).to.have.length(1);
    expect(hollowness(aManifest({ rows: { events: 0 } }), before)).to.have.length(1);
    expect(hollowness(aManifest({ rows: { ...before.rows, sessions: 250 } }), before)).to.be.empty;
    expect(hollowness(aManifest({ rows: { ...before.rows, events: 99 } }), before)).to.deep.equal([
      "events: 100 rows before, 99 now",
    ]);
    const documents = { snapshot: "x", files: 3, bytes: 1 };
    expect(hollowness(aManifest({ documents }), before)).to.have.length(1);
  });

  it("names every table that did not come back as it was", () => {
    expect(differences(aManifest(), { rows: { events: 100, items: 19 }, seals: 91 })).to.deep.equal(
      [
        "items: 20 in the manifest, 19 restored",
        "sessions: 300 in the manifest, no table restored",
        "seals: 90 in the manifest, 91 restored",
      ],
    );
  });
});

describe("A legal hold", () => {
  let state: string;
  before(() => (state = mkdtempSync(join(tmpdir(), "holds-"))));
  after(() => rmSync(state, { recursive: true }));

  it("is never lost to another of the same moment", async () => {
    const apart = join(state, "at-once");
    const orders = ["WP 1/2026", "WP 2/2026", "WP 3/2026"];
    const asked = await Promise.allSettled(orders.map((order) => holdSet(apart, "all", order)));
    const told = orders.filter((_, at) => asked[at]?.status === "fulfilled");
    const kept = (await readHolds(apart)).map(({ order }) => order);
    expect(kept).to.have.members(told);
    expect(kept).to.not.be.empty;
  });

  it("stands until its own order is lifted, and is counted", async () => {
    await holdSet(state, "set-1", "WP 12/2026");
    await holdSet(state, "set-1", "GAD 9/2026");
    await holdSet(state, "set-1", "GAD 9/2026");
    expect(await readHolds(state)).to.have.length(2);
    expect(await liftHold(state, "set-1", "GAD 9/2026")).to.equal(true);
    expect(await liftHold(state, "set-1", "GAD 9/2026")).to.equal(false);
    expect((await readHolds(state)).map(({ order }) => order)).to.deep.equal(["WP 12/2026"]);
    await record({ state, figures: state }, { staleLocks: 0 }, 2);
    const figures = readFileSync(join(state, "secretariat-backups.prom"), "utf8");
    expect(figures).to.include("secretariat_backup_holds 1\n");
    expect(figures).to.include("secretariat_backup_stale_locks_total 2\n");
    expect(figures).to.include("secretariat_escrow_proven 0\n");
    expect(figures).to.not.include("undefined");
  });
});
