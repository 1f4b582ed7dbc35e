import { expect } from "chai";
import type { DatabaseSet } from "../../backups/engine/parse-info.ts";
import { doubtOf } from "../../backups/keep/doubt-clock.ts";
import {
  expired,
  expiredMoments,
  fullSetsWithWal,
  wholeFrom,
} from "../../backups/keep/retention.ts";

const now = new Date("2026-11-22T06:00:00Z");
const rules = { keepDays: 35, keepMonths: 12 };
const day = 86_400_000;

function aSet(daysAgo: number, type: "full" | "diff" = "full", needs: string[] = []): DatabaseSet {
  const endedAt = new Date(now.getTime() - daysAgo * day);
  return {
    label: `${type}-${daysAgo}`,
    type,
    startedAt: endedAt,
    endedAt,
    needs,
    startSegment: "",
    stopSegment: "",
    stopLsn: "0/0",
    bytes: 1,
    hasErrors: false,
  };
}

/** A year and a half of weekly full sets with one differential each. */
const history = Array.from({ length: 78 }, (_, week) => 7 * (77 - week)).flatMap((daysAgo) => [
  aSet(daysAgo + 1),
  aSet(daysAgo, "diff", [`full-${daysAgo + 1}`]),
]);

const judged = { rules, holds: [], points: [], now };
const keptOf = (gone: readonly string[]): string[] =>
  history.map(({ label }) => label).filter((label) => !gone.includes(label));

describe("What is kept", () => {
  it("covers every moment of the window, from the full set before it", () => {
    const kept = keptOf(expired(history, judged));
    expect(kept).to.include("full-36");
    expect(kept).to.include("diff-35");
    expect(kept).to.include("diff-0");
    expect(kept).to.not.include("diff-49");
  });

  it("holds the first full set of each of twelve months, and nothing older", () => {
    const kept = keptOf(expired(history, judged)).filter((label) => label.startsWith("full"));
    const months = new Set(
      history
        .filter(({ label }) => kept.includes(label))
        .map(({ endedAt }) => endedAt.toISOString().slice(0, 7)),
    );
    expect(months.size).to.equal(13);
    expect(kept).to.not.include("full-540");
  });

  it("keeps for a month the first full set that has a manifest, or the first while none has", () => {
    const sets = [aSet(113), aSet(110), aSet(105), aSet(40), aSet(1)]; // three of August, the first is hollow
    const points = [{ name: "set-20260804T060000Z", label: "full-110", at: now }];
    expect(expired(sets, { ...judged, points })).to.deep.equal(["full-113", "full-105"]);
    expect(expired(sets, judged)).to.deep.equal(["full-110", "full-105"]);
  });

  it("knows from where WAL has no holes by design: the window, and what it held under an order", () => {
    const sets = [aSet(200), aSet(120), aSet(60), aSet(40), aSet(20), aSet(1)];
    const start = (holds: readonly string[]): string | undefined =>
      wholeFrom(sets, {
        rules,
        now,
        holds: holds.map((heldAt) => ({ set: "set-1", order: "WP 12/2026", heldAt })),
      })?.label;
    const daysAgo = (days: number): string => new Date(now.getTime() - days * day).toISOString();
    expect(start([])).to.equal("full-40");
    expect(start([daysAgo(0)])).to.equal("full-40");
    expect(start([daysAgo(3), daysAgo(90)])).to.equal("full-120");
    expect(wholeFrom([], { rules, now, holds: [] })).to.equal(undefined);
  });

  it("keeps what is held, with all it needs, and everything while everything is held", () => {
    const points = [{ name: "set-20250801T000000Z", label: "diff-476", at: now }];
    const holds = [{ set: "set-20250801T000000Z", order: "WP 12/2026", heldAt: "" }];
    const kept = keptOf(expired(history, { ...judged, holds, points }));
    expect(kept).to.include.members(["diff-476", "full-477"]);
    const all = [{ set: "all", order: "WP 12/2026", heldAt: "" }];
    expect(expired(history, { ...judged, holds: all })).to.deep.equal([]);
  });

  it("never lets the last set go, however old", () => {
    const old = [aSet(400), aSet(390, "diff", ["full-400"])];
    expect(expired(old, { ...judged, rules: { keepDays: 7, keepMonths: 0 } })).to.deep.equal([]);
  });

  it("keeps WAL for the window, and all of it under a hold", () => {
    expect(fullSetsWithWal([aSet(60), aSet(40), aSet(20), aSet(1)], judged)).to.equal(3);
    const holds = [{ set: "all", order: "x", heldAt: "" }];
    expect(fullSetsWithWal([aSet(60), aSet(40)], { ...judged, holds })).to.equal(2);
    expect(fullSetsWithWal([], judged)).to.equal(1);
  });

  it("thins hourly states out to one a month", () => {
    const moments = [500, 420, 60, 50, 36, 34, 1, 0].map((daysAgo) => ({
      at: new Date(now.getTime() - daysAgo * day),
    }));
    const left = moments.filter((one) => !expiredMoments(moments, rules, now).includes(one));
    const daysLeft = left.map(({ at }) => Math.round((now.getTime() - at.getTime()) / day));
    expect(daysLeft).to.deep.equal([60, 50, 34, 1, 0]);
  });
});

describe("By a doubtful clock nothing expires", () => {
  const evening = now.getTime();
  /** What is thought of the clock after sets that ended so many days ago. */
  const doubt = (daysAgo: readonly number[], isSynchronised = true): string | undefined => {
    const ends = daysAgo.map((days) => new Date(evening - days * day));
    return doubtOf(ends, { now, isSynchronised });
  };

  it("not by one that no time server keeps right", () => {
    expect(doubt([2, 1, 0], false)).to.equal("unsynchronised");
    expect(doubt([2, 1, 0])).to.equal(undefined);
  });

  it("not by one that went back behind the newest set", () => {
    expect(doubt([2, 1, -0.01])).to.equal("behind");
  });

  it("not in the evening when it is a year ahead, however often a set is taken then", () => {
    expect(doubt([402, 401, 0])).to.equal("gap");
    expect(doubt([402, 401, 0.2, 0.1, 0])).to.equal("gap");
  });

  it("but goes on the evening after an office was switched on again, over a weekend, and from the first set on", () => {
    expect(doubt([23, 22, 0])).to.equal("gap");
    expect(doubt([24, 23, 1, 0])).to.equal(undefined);
    expect(doubt([4, 3.1, 0])).to.equal(undefined);
    expect(doubt([0])).to.equal(undefined);
    expect(doubt([])).to.equal(undefined);
  });
});
