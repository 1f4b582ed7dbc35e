import type { DatabaseSet } from "../engine/parse-info.ts";
import type { Gap } from "../engine/wal-gaps.ts";
import type { Choice } from "./choose.ts";

interface Known {
  readonly gaps: readonly Gap[];
  /** The set from which WAL is kept without a break: before it there are holes by design. */
  readonly wholeFrom: DatabaseSet | undefined;
}

/** Missing WAL that keeps the nearest backup from reaching the target. */
export function gapsOnTheWay(choice: Choice, { gaps, wholeFrom }: Known): Gap[] {
  const { target, candidates } = choice;
  const [nearest] = candidates;
  if (!nearest) {
    return [];
  }
  const isOld = wholeFrom !== undefined && nearest.startedAt < wholeFrom.startedAt;
  const until = stopOf(choice);
  const isBeyond = (after: string): boolean =>
    target.type === "immediate" && isOld ? after >= until : after > until;
  const timelines = typeof target.timeline === "number" ? target.timeline : Infinity;
  return gaps.filter(
    ({ timeline, before, after }) =>
      timeline <= timelines && before > nearest.startSegment && !(until !== "" && isBeyond(after)),
  );
}

/** The point of a set stands at the earliest in the segment after the one its backup ended in. */
function stopOf({ candidates, manifest }: Choice): string {
  return candidates.find(({ label }) => label === manifest?.label)?.stopSegment ?? "";
}
