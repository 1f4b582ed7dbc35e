import type { DatabaseSet } from "../engine/parse-info.ts";
import type { Gap } from "../engine/wal-gaps.ts";

/** The oldest backup after which no WAL is missing: every moment since then can be gone back to. */
export function windowStart(
  sets: readonly DatabaseSet[],
  gaps: readonly Gap[],
): DatabaseSet | undefined {
  return sets.find(
    ({ hasErrors, startSegment }) =>
      !hasErrors && gaps.every(({ before }) => before <= startSegment),
  );
}
