const segment = /^([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})-[0-9a-f]{40}(?:\.\w+)?$/;
const perLog = 0x100; // segments of 16 MiB in one log of 4 GiB

export interface Gap {
  readonly timeline: number;
  readonly after: string;
  readonly before: string;
  readonly missing: number;
}

/** Names of archived segments, and where some are missing between two others; `verify` does not look for that. */
export function findGaps(names: readonly string[]): Gap[] {
  const byTimeline = Map.groupBy(names.flatMap(positionOf), ({ timeline }) => timeline);
  return [...byTimeline.values()].flatMap((positions) => {
    const sorted = positions.toSorted((one, other) => one.number - other.number);
    return sorted.flatMap((one, index) => {
      const next = sorted[index + 1];
      const missing = next ? next.number - one.number - 1 : 0;
      return next && missing > 0
        ? [{ timeline: one.timeline, after: one.name, before: next.name, missing }]
        : [];
    });
  });
}

/** Segments that were archived twice with different content: one of the two is from another history. */
export function findDoubles(names: readonly string[]): string[] {
  const seen = Map.groupBy(
    names.flatMap(positionOf),
    ({ timeline, number }) => `${timeline}/${number}`,
  );
  return [...seen.values()].filter((same) => same.length > 1).map((same) => same[0]?.name ?? "");
}

/** The name of the segment that follows on the same timeline. */
export function segmentAfter(name: string): string {
  const number =
    Number.parseInt(name.slice(8, 16), 16) * perLog + Number.parseInt(name.slice(16, 24), 16) + 1;
  const parts = [Math.floor(number / perLog), number % perLog];
  return `${name.slice(0, 8)}${parts.map((part) => part.toString(16).toUpperCase().padStart(8, "0")).join("")}`;
}

interface Position {
  readonly name: string;
  readonly timeline: number;
  readonly number: number;
}

function positionOf(name: string): Position[] {
  const [, timeline, log, low] = segment.exec(name) ?? [];
  return timeline && log && low
    ? [
        {
          name: name.slice(0, 24),
          timeline: Number.parseInt(timeline, 16),
          number: Number.parseInt(log, 16) * perLog + Number.parseInt(low, 16),
        },
      ]
    : [];
}
