import { conflict, unavailable, type Refusal } from "./errors.ts";
import { words } from "./words.ts";

/** What the database's own constraints mean to a reader. Modules add theirs. */
const sentences = new Map<string, string>();

/** Names the sentence for a violated constraint, so that a race lost in the database reads like any refusal. */
export function explainConstraint(constraint: string, sentence: string): void {
  sentences.set(constraint, sentence);
}

/** The refusal behind a database error, or nothing when it is a defect. */
export function refusalOfConstraint(error: unknown): Refusal | undefined {
  const original = error instanceof Error && "original" in error ? error.original : error;
  if (!(original instanceof Error)) {
    return undefined;
  }
  const { constraint, code } = original as { constraint?: string; code?: string };
  const sentence = constraint ? sentences.get(constraint) : undefined;
  if (sentence) {
    return conflict(sentence);
  }
  return code !== undefined && isOutage(code)
    ? unavailable(words("The system is not reachable just now. Wait a minute and try again."))
    : undefined;
}

/** Connection refused or lost, server starting or stopping, statement timed out. */
function isOutage(code: string): boolean {
  return /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|57P0[123]|57014|08\d{3})$/.test(code);
}
