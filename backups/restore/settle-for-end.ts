import { segmentAfter } from "../engine/wal-gaps.ts";
import type { Choice } from "./choose.ts";

/**
 * The point of a set stands in the WAL after its backup, which is kept for the window alone; of older sets there is
 * only what their backup needs to be consistent. Undefined where the point can be reached.
 */
export function settleForEnd(choice: Choice, segments: readonly string[]): Choice | undefined {
  const { candidates, manifest } = choice;
  const own = candidates.find(({ label }) => label === manifest?.label);
  if (!own) {
    return undefined;
  }
  const next = segmentAfter(own.stopSegment);
  const isThere = segments.some((name) => name.startsWith(`${next}-`));
  // Only its own backup ends there: an earlier one would end at another moment.
  return isThere ? undefined : { ...choice, target: { type: "immediate" }, candidates: [own] };
}
