import type { ContentsEntry } from "../files/index.ts";

interface Interval {
  /** The moment the note before was signed; null at the beginning of the file. */
  readonly after: Date | null;
  /** The moment the note that follows was signed; null at the end of the sheet. */
  readonly until: Date | null;
}

/** The papers that came between two notes: they are entered in the sheet at that place. */
export function docketsBetween(
  papers: readonly ContentsEntry[],
  { after, until }: Interval,
): ContentsEntry[] {
  return papers.filter(
    ({ addedAt }) => (after === null || addedAt > after) && (until === null || addedAt <= until),
  );
}
