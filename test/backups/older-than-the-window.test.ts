import { expect } from "chai";
import type { DatabaseSet } from "../../backups/engine/parse-info.ts";
import { findGaps, segmentAfter } from "../../backups/engine/wal-gaps.ts";
import type { Manifest } from "../../backups/manifest/manifest.ts";
import { chooseSets, type Wish } from "../../backups/restore/choose.ts";
import { gapsOnTheWay } from "../../backups/restore/gaps-on-the-way.ts";
import { settleForEnd } from "../../backups/restore/settle-for-end.ts";
import { windowStart } from "../../backups/restore/window-start.ts";

const segment = (number: number): string =>
  `0000000100000000${number.toString(16).toUpperCase().padStart(8, "0")}`;
const archived = (...numbers: number[]): string[] =>
  numbers.map((number) => `${segment(number)}-${"a".repeat(40)}.zst`);

const aSet = (label: string, start: number): DatabaseSet => {
  const day = label.replace(/^(....)(..)(..).*/, "$1-$2-$3");
  return {
    label,
    type: "full",
    startedAt: new Date(`${day}T18:00:00Z`),
    endedAt: new Date(`${day}T18:01:00Z`),
    needs: [],
    startSegment: segment(start),
    stopSegment: segment(start + 1),
    stopLsn: `0/${(start + 1).toString(16)}000100`,
    bytes: 1,
    hasErrors: false,
  };
};

/** One of a year ago, of which only its own WAL is kept, and two of this month. */
const old = aSet("20251101-180000F", 2);
const sets = [old, aSet("20261101-180000F", 50), aSet("20261108-180000F", 54)];
const manifests = sets.map(
  ({ label }) => ({ name: `set-${label.replace("-", "T").replace("F", "Z")}`, label }) as Manifest,
);
const segments = archived(2, 3, 50, 51, 52, 53, 54, 55, 56);
const wholeFrom = sets[1];
const toSet = (index: number): Wish => ({ kind: "set", name: manifests[index]?.name ?? "" });
const chosen = (wish: Wish) => chooseSets(wish, { sets, manifests, timelines: [] });

describe("A set that is older than the window", () => {
  it("comes back as of the end of its backup, since the WAL with its point is gone", () => {
    const settled = settleForEnd(chosen(toSet(0)), segments);
    expect(settled?.target).to.deep.equal({ type: "immediate" });
    expect(settled?.candidates).to.deep.equal([old]);
    expect(settled?.manifest).to.equal(manifests[0]);
    expect(settleForEnd(chosen(toSet(1)), segments), "its point is there").to.equal(undefined);
    expect(settleForEnd(chosen({ kind: "latest" }), segments)).to.equal(undefined);
  });

  it("is not refused for the hole that expiry leaves, but for one within its own WAL", () => {
    const settled = settleForEnd(chosen(toSet(0)), segments) ?? expect.fail("not settled");
    expect(gapsOnTheWay(settled, { gaps: findGaps(segments), wholeFrom })).to.deep.equal([]);
    const long = { ...old, stopSegment: segment(5) };
    const torn = { ...settled, candidates: [long] };
    const gaps = findGaps(archived(2, 3, 5, 50, 51));
    expect(gapsOnTheWay(torn, { gaps, wholeFrom }).map(({ missing }) => missing)).to.deep.equal([
      1,
    ]);
  });

  it("is refused where the point should be there still, and where a moment is asked for", () => {
    const lost = archived(2, 3, 50, 51, 53, 54, 55, 56);
    const settled = settleForEnd(chosen(toSet(1)), lost) ?? expect.fail("not settled");
    expect(gapsOnTheWay(settled, { gaps: findGaps(lost), wholeFrom })).to.have.length(1);
    const at = chosen({ kind: "time", at: new Date("2026-01-01T00:00:00Z") });
    expect(gapsOnTheWay(at, { gaps: findGaps(segments), wholeFrom })).to.have.length(1);
  });

  it("is no part of the window that is told", () => {
    expect(windowStart(sets, findGaps(segments))?.label).to.equal("20261101-180000F");
    expect(windowStart(sets, [])?.label).to.equal(old.label);
  });

  it("counts segments over the end of a log", () => {
    expect(segmentAfter("0000000A00000001000000FF")).to.equal("0000000A0000000200000000");
    expect(segmentAfter("0000000A0000000100000009")).to.equal("0000000A000000010000000A");
  });
});
