import { words } from "../../base/index.ts";
import type { Candidate } from "./candidate.ts";
import { mistake } from "./mistake.ts";

const sentences: Readonly<Record<string, string>> = {
  code: words("Row {row} has the same employee code."),
  email: words("Row {row} has the same e-mail."),
  mobile: words("Row {row} has the same mobile number."),
};

/** Marks every row that shares its code, e-mail or mobile with another row of the file. */
export function findDuplicates(candidates: readonly Candidate[]): void {
  for (const [key, sentence] of Object.entries(sentences)) {
    const first = new Map<string, Candidate>();
    for (const candidate of candidates) {
      const value = candidate.values[key];
      const other = value === undefined ? undefined : first.get(value);
      if (other) {
        candidate.mistakes.push(mistake(key, sentence, { row: other.number }));
        markFirst(other, mistake(key, sentence, { row: candidate.number }));
      } else if (value !== undefined) {
        first.set(value, candidate);
      }
    }
  }
}

/** One word about the first of them is enough, however many follow. */
function markFirst(first: Candidate, found: ReturnType<typeof mistake>): void {
  if (
    !first.mistakes.some(
      ({ key, words: sentence }) => key === found.key && sentence === found.words,
    )
  ) {
    first.mistakes.push(found);
  }
}
