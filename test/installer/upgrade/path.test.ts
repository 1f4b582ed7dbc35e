import { expect } from "chai";
import { readFileSync } from "node:fs";
import { compareVersions } from "../../../installer/upgrade/compare-versions.ts";
import { refusalOf, routeTo, UpgradePath } from "../../../installer/upgrade/path.ts";
import { release } from "./invented-host.ts";

/** 1.2.0 and 2.0.0 are stops; the stop 1.2.0 had a defect, and 1.2.1 takes its place. */
const path: UpgradePath = {
  releases: [
    release("1.0.0", "1.0.0"),
    release("1.1.0", "1.0.0"),
    release("1.2.0", "1.0.0"),
    release("1.2.1", "1.0.0", ["1.2.0"]),
    release("1.3.0", "1.2.0"),
    release("2.0.0", "1.2.0"),
    release("2.1.0", "2.0.0", ["2.0.0"]),
    release("3.0.0", "2.1.0"),
  ],
};

/** Whether each may move straight to each, told by hand. */
const allowed = new Set([
  ...["1.1.0", "1.2.0", "1.2.1"].map((to) => `1.0.0 ${to}`),
  ...["1.2.0", "1.2.1"].map((to) => `1.1.0 ${to}`),
  ...["1.2.1", "1.3.0", "2.0.0", "2.1.0"].map((to) => `1.2.0 ${to}`),
  ...["1.3.0", "2.0.0", "2.1.0"].map((to) => `1.2.1 ${to}`),
  ...["2.0.0", "2.1.0"].map((to) => `1.3.0 ${to}`),
  "2.0.0 2.1.0",
  "2.1.0 3.0.0",
]);

describe("The path of upgrades", () => {
  for (const from of path.releases.map(({ version }) => version)) {
    for (const to of path.releases) {
      const pair = `${from} ${to.version}`;
      it(`${allowed.has(pair) ? "allows" : "refuses"} ${pair}`, () => {
        const refusal = refusalOf(path, { from, to });
        expect(refusal === undefined).to.equal(allowed.has(pair));
        const order = compareVersions(from, to.version);
        if (refusal) {
          expect(refusal.kind).to.equal(order === 0 ? "same" : order > 0 ? "downgrade" : "too-far");
        }
      });
    }
  }

  it("names the bundles to fetch, in order, and leaves out a stop that was superseded", () => {
    const last = release("3.0.0", "2.1.0");
    expect(routeTo(path, { from: "1.0.0", to: last })).to.deep.equal(["1.2.1", "2.1.0", "3.0.0"]);
    expect(refusalOf(path, { from: "1.3.0", to: last })?.route).to.deep.equal(["2.1.0", "3.0.0"]);
  });

  it("names nothing where no way is known", () => {
    expect(
      routeTo({ releases: [] }, { from: "1.0.0", to: release("9.0.0", "8.0.0") }),
    ).to.deep.equal([]);
  });

  it("takes a candidate for older than its release", () => {
    expect(compareVersions("1.5.0-rc.1", "1.5.0")).to.be.below(0);
    expect(compareVersions("1.5.0-rc.10", "1.5.0-rc.9")).to.be.above(0);
    expect(compareVersions("1.10.0", "1.9.9")).to.be.above(0);
  });

  it("is readable as the product ships it", () => {
    const file = new URL("../../../installer/bundle/upgrade-path.json", import.meta.url);
    expect(UpgradePath.parse(JSON.parse(readFileSync(file, "utf8"))).releases).to.not.be.empty;
  });
});
