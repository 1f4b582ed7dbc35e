import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import type { DatabaseSet } from "../../backups/engine/parse-info.ts";
import type { Manifest } from "../../backups/manifest/manifest.ts";
import { positionOf } from "../../backups/engine/position.ts";
import { parseHistory, readTimelines, type Timeline } from "../../backups/engine/timelines.ts";
import { chooseSets, type Wish } from "../../backups/restore/choose.ts";
import { inIndia, parseMoment } from "../../backups/restore/moment.ts";
import { archiveFolder } from "../../backups/shipping/local-archive.ts";
import { scenePlaces } from "./scene.ts";

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
const labelsFor = (wish: Wish, manifests: Manifest[] = []) =>
  chooseSets(wish, { sets, manifests, timelines: [] }).candidates.map(({ label }) => label);

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
    const held = { sets, manifests: [manifest], timelines: [] };
    expect(chooseSets(wish, held).target).to.deep.equal({
      type: "name",
      value: "set-20261121T180000Z",
      timeline: 1,
    });
    expect(labelsFor(wish)).to.deep.equal([]);
  });

  it("goes to a named point from backups before its moment, and to a set's from its own", () => {
    const name = "before-0.3.0-20261121T190000Z";
    expect(labelsFor({ kind: "point", name })).to.deep.equal([
      "20261121-180000F",
      "20261120-180000F",
      "20261122-180000F", // the one that was taken between the name and the point
    ]);
    expect(labelsFor({ kind: "point", name: "by-hand" })).to.have.length(3);
    const manifest = { name: "set-20261121T175959Z", label: "20261121-180000F" } as Manifest;
    expect(labelsFor({ kind: "point", name: manifest.name }, [manifest])).to.deep.equal([
      "20261121-180000F",
      "20261120-180000F",
    ]);
    expect(labelsFor({ kind: "set", name: manifest.name }, [manifest])).to.have.length(2);
  });

  it("compares places in the WAL as numbers", () => {
    expect(positionOf("0/FFFFFFFF") < positionOf("1/0")).to.equal(true);
    expect(positionOf("0/9000100") < positionOf("0/A000000")).to.equal(true);
  });
});

describe("Going forward again after an earlier restore", () => {
  const on = (timeline: number, set: DatabaseSet): DatabaseSet => ({
    ...set,
    stopSegment: `0000000${timeline}0000000000000009`,
  });
  // On the 22nd at 12:00 the office went back to the 22nd 09:30 and took a full set.
  const taken = [
    on(1, aSet("20261121-180000F", "2026-11-21T18:01:00Z", "0/5000100")),
    on(1, aSet("20261122-110000F", "2026-11-22T11:01:00Z", "0/9000100")),
    on(2, aSet("20261122-123000F", "2026-11-22T12:31:00Z", "0/8000100")),
  ];
  const second: Timeline = {
    number: 2,
    archivedAt: new Date("2026-11-22T12:00:00Z"),
    left: parseHistory("1\t0/7000000\tbefore 2026-11-22 09:30:00+00\n"),
  };
  const manifests = [
    { name: "set-20261122T110000Z", label: "20261122-110000F" } as Manifest,
    { name: "set-20261122T123000Z", label: "20261122-123000F" } as Manifest,
  ];
  const chosen = (wish: Wish, timelines = [second]): [string[], unknown] => {
    const { candidates, target } = chooseSets(wish, { sets: taken, manifests, timelines });
    return [candidates.map(({ label }) => label), target.timeline];
  };
  const at = (time: string): Wish => ({ kind: "time", at: new Date(`2026-11-22T${time}Z`) });

  it("follows the timeline that the office worked on at that moment", () => {
    expect(chosen(at("11:29:00"))).to.deep.equal([["20261122-110000F", "20261121-180000F"], 1]);
    expect(chosen(at("12:10:00"))).to.deep.equal([["20261121-180000F"], 2]);
    expect(chosen(at("13:00:00"))).to.deep.equal([["20261122-123000F", "20261121-180000F"], 2]);
    const name = "before-0.3.0-20261122T112900Z";
    expect(chosen({ kind: "point", name })[1]).to.equal(1);
  });

  it("reaches a set on the timeline it was taken on", () => {
    const [abandoned, living] = manifests.map(({ name }) => chosen({ kind: "set", name }));
    expect(abandoned).to.deep.equal([["20261122-110000F", "20261121-180000F"], 1]);
    expect(living).to.deep.equal([["20261122-123000F", "20261121-180000F"], 2]);
  });

  it("takes no backup for the newest state that was taken after the two parted", () => {
    const expected = [["20261122-123000F", "20261121-180000F"], undefined];
    expect(chosen({ kind: "latest" })).to.deep.equal(expected);
  });

  it("is not misled by a copy of the archive that lost its times", () => {
    const copied = { ...second, archivedAt: new Date("2026-12-01T00:00:00Z") };
    expect(chosen(at("13:00:00"), [copied])[1]).to.equal(2);
    expect(chosen(at("11:29:00"), [copied])[1]).to.equal(1);
  });

  it("finds the timelines of the newest Postgres in the archive", async () => {
    const folder = mkdtempSync(join(tmpdir(), "timelines-"));
    const places = scenePlaces(folder);
    const top = archiveFolder(places);
    for (const name of ["9-9/00000007.history", "15-10/0000000B.history", "15-10/archive.info"]) {
      mkdirSync(dirname(join(top, name)), { recursive: true });
      writeFileSync(join(top, name), "");
    }
    const found = await readTimelines(places);
    expect(found.map(({ number }) => number)).to.deep.equal([11]);
    expect(Math.abs(Date.now() - (found[0]?.archivedAt.getTime() ?? 0))).to.be.below(60_000);
    rmSync(folder, { recursive: true });
  });
});
