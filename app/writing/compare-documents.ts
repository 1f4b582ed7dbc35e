import { diffArrays } from "diff";
import { compareWords, likeness } from "./compare-words.ts";
import type { DifferencePart } from "./compare-words.ts";
import type { WrittenDocument } from "./document.ts";
import { linesOf, shown } from "./lines-of.ts";
import type { Line } from "./lines-of.ts";

/** What became of one line. "restyled" means that the words stand and only their look changed. */
export interface LineDifference {
  readonly kind: "same" | "changed" | "restyled" | "added" | "removed";
  readonly parts: readonly DifferencePart[];
}

/** How the second text differs from the first, line by line and word by word, in reading order. */
export function compareDocuments(
  before: WrittenDocument,
  after: WrittenDocument,
): readonly LineDifference[] {
  const runs = diffArrays([...linesOf(before)], [...linesOf(after)], {
    comparator: (one, other) => shown(one) === shown(other) && one.look === other.look,
  });
  const differences: LineDifference[] = [];
  let gone: readonly Line[] = [];
  for (const run of runs) {
    if (run.removed) {
      gone = run.value;
    } else if (run.added) {
      differences.push(...compareRuns(gone, run.value));
      gone = [];
    } else {
      differences.push(...gone.map(removed), ...run.value.map(same));
      gone = [];
    }
  }
  return [...differences, ...gone.map(removed)];
}

/** True when nothing a reader could see has changed. */
export function isSameText(before: WrittenDocument, after: WrittenDocument): boolean {
  return compareDocuments(before, after).every(({ kind }) => kind === "same");
}

/** Pairs each old line with the first new line that resembles it; the rest came or went whole. */
function compareRuns(gone: readonly Line[], come: readonly Line[]): readonly LineDifference[] {
  const differences: LineDifference[] = [];
  let left = gone;
  for (const line of come) {
    const partner = left.findIndex((old) => likeness(shown(old), shown(line)) >= 0.4);
    const found = left[partner];
    if (found) {
      differences.push(...left.slice(0, partner).map(removed), compareLines(found, line));
      left = left.slice(partner + 1);
    } else {
      differences.push(added(line));
    }
  }
  return [...differences, ...left.map(removed)];
}

function compareLines(before: Line, after: Line): LineDifference {
  const parts = compareWords(shown(before), shown(after));
  return { kind: shown(before) === shown(after) ? "restyled" : "changed", parts };
}

function same(line: Line): LineDifference {
  return { kind: "same", parts: [{ kind: "same", text: shown(line) }] };
}

function added(line: Line): LineDifference {
  return { kind: "added", parts: [{ kind: "added", text: shown(line) }] };
}

function removed(line: Line): LineDifference {
  return { kind: "removed", parts: [{ kind: "removed", text: shown(line) }] };
}
