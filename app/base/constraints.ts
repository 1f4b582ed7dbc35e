import { conflict, unavailable, type Refusal } from "./errors.ts";
import { isOutage } from "./outage.ts";
import { words } from "./words.ts";

/** What the database's own constraints mean to a reader. Modules add theirs. */
const sentences = new Map<string, string>();

/** Names the sentence for a violated constraint, so that a race lost in the database reads like any refusal. */
export function explainConstraint(constraint: string, sentence: string): void {
  sentences.set(constraint, sentence);
}

/** The refusal behind an error of the database or of Redis, or nothing when it is a defect. */
export function refusalOfConstraint(error: unknown): Refusal | undefined {
  const sentence = sentences.get(constraintOf(error));
  if (sentence) {
    return conflict(sentence);
  }
  return isOutage(error)
    ? unavailable(words("The system is not reachable just now. Wait a minute and try again."))
    : undefined;
}

function constraintOf(error: unknown): string {
  const original = error instanceof Error && "original" in error ? error.original : error;
  return original instanceof Error && "constraint" in original ? String(original.constraint) : "";
}
