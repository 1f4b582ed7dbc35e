import { unavailable, words } from "../base/index.ts";
import { readPeople } from "./read-people.ts";
import { directory as directoryHere, type Directory } from "./settings.ts";
import { compare } from "./sync/compare.ts";
import {
  countsOf,
  fingerprintOf,
  isPossible,
  type Difference,
  type DifferenceKind,
} from "./sync/difference.ts";

const page = 50;

/** The directory of this office, or a sentence that there is none. */
export function directoryNeeded(): Directory {
  const found = directoryHere();
  if (!found) {
    throw unavailable(words("This office has no directory."));
  }
  return found;
}

/** Everything in which directory and office differ now. Nothing is changed. */
export async function readDifferences(): Promise<Difference[]> {
  const directory = directoryHere();
  return directory ? compare(directory, (await readPeople(directory)).people) : [];
}

/** Fifty people of one kind, and what a take-over must name to be believed. */
export async function preview(asked: {
  readonly kind: DifferenceKind;
  readonly after?: string | undefined;
}) {
  const all = await readDifferences();
  const ofKind = all.filter(({ kind }) => kind === asked.kind);
  const start = ofKind.findIndex(({ subject }) => subject === asked.after) + 1;
  const shown = ofKind.slice(start, start + page);
  return {
    kind: asked.kind,
    hasDirectory: directoryHere() !== undefined,
    counts: countsOf(all),
    possible: ofKind.filter(isPossible).length,
    seen: fingerprintOf(ofKind),
    differences: shown.map((difference) => {
      const { wanted: _wanted, ...told } = difference;
      return { ...told, isPossible: isPossible(difference) };
    }),
    next: ofKind.length > start + page ? shown.at(-1)?.subject : undefined,
  };
}
