import { expect } from "chai";
import type { DatabaseSet } from "../../backups/engine/parse-info.ts";
import type { Manifest } from "../../backups/manifest/manifest.ts";
import { chooseSets, positionOf } from "../../backups/restore/choose.ts";
import { inIndia, parseMoment } from "../../backups/restore/moment.ts";

const aSet = (label: string, endedAt: string, stopLsn: string): DatabaseSet => ({
  label,
  type: "full",
  startedAt: new Date(new Date(endedAt).getTime() - 60_000),
  endedAt: new Date(endedAt),
  needs: [],
  startSegment: "",
  stopSegment: "",
  stopLsn,
  bytes: 1,
  hasErrors: false,
});

const sets = [
  aSet("20261120-180000F", "2026-11-20T18:01:00Z", "0/5000100"),
  aSet("20261121-180000F", "2026-11-21T18:01:00Z", "0/9000100"),
  aSet("20261122-180000F", "2026-11-22T18:01:00Z", "1/2000100"),
];
const labelsFor = (wish: Parameters<typeof chooseSets>[0], manifests: Manifest[] = []) =>
  chooseSets(wish, sets, manifests).candidates.map(({ label }) => label);

describe("Choosing what to go back to", () => {
  it("reads a moment as it is written here, in Indian time", () => {
    expect(parseMoment("22.11.2026 09:30")?.toISOString()).to.equal("2026-11-22T04:00:00.000Z");
    expect(parseMoment("22.11.2026 09:30:15")?.toISOString()).to.equal("2026-11-22T04:00:15.000Z");
    expect(parseMoment("2026-11-22 09:30+05:30")?.toISOString()).to.equal(
      "2026-11-22T04:00:00.000Z",
    );
    for (const wrong of ["31.02.2026 09:30", "22.11.2026", "yesterday", "2026-11-22 09:30", ""]) {
      expect(parseMoment(wrong), wrong).to.equal(undefined);
    }
    expect(inIndia(new Date("2026-11-21T20:00:00Z"))).to.equal("22.11.2026 01:30:00");
  });

  it("takes the nearest backup before the moment, then the ones before that", () => {
    expect(labelsFor({ kind: "latest" })).to.deep.equal(
      sets.map(({ label }) => label).toReversed(),
    );
    expect(labelsFor({ kind: "time", at: new Date("2026-11-22T10:00:00Z") })).to.deep.equal([
      "20261121-180000F",
      "20261120-180000F",
    ]);
    expect(labelsFor({ kind: "time", at: new Date("2026-11-01T10:00:00Z") })).to.deep.equal([]);
    expect(labelsFor({ kind: "lsn", lsn: "0/A000000" })).to.deep.equal([
      "20261121-180000F",
      "20261120-180000F",
    ]);
  });

  it("goes to exactly the set that is named, and to none of an unknown name", () => {
    const manifest = {
      name: "set-20261121T180000Z",
      at: "2026-11-21T18:00:00.000Z",
      label: "20261121-180000F",
    } as Manifest;
    const wish = { kind: "set", name: "set-20261121T180000Z" } as const;
    expect(labelsFor(wish, [manifest])[0]).to.equal("20261121-180000F");
    expect(chooseSets(wish, sets, [manifest]).target).to.deep.equal({
      type: "name",
      value: "set-20261121T180000Z",
    });
    expect(labelsFor(wish)).to.deep.equal([]);
  });

  it("compares places in the WAL as numbers", () => {
    expect(positionOf("0/FFFFFFFF") < positionOf("1/0")).to.equal(true);
    expect(positionOf("0/9000100") < positionOf("0/A000000")).to.equal(true);
  });
});
