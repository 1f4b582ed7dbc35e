import { conflict, unavailable, type Refusal } from "./errors.ts";
import { log } from "./log.ts";
import { isOutage } from "./outage.ts";
import { readOnlyRefusal } from "./service/held-back.ts";
import { words } from "./words.ts";

/** What the database's own constraints mean to a reader. Modules add theirs. */
const sentences = new Map<string, string>();

/** Names the sentence for a violated constraint, so that a race lost in the database reads like any refusal. */
export function explainConstraint(constraint: string, sentence: string): void {
  sentences.set(constraint, sentence);
}

/** One sentence for all others: whoever tries ids and names out learns from it nothing of what there is. */
const unexplained = words(
  "This cannot be done as things stand. Open the page again and look anew.",
);

/** The refusal behind an error of the database or of Redis, or nothing when it is a defect. */
export function refusalOfConstraint(error: unknown): Refusal | undefined {
  const constraint = constraintOf(error);
  if (constraint !== "") {
    return conflict(sentences.get(constraint) ?? noteUnexplained(error));
  }
  if (isKeptFromWriting(error)) {
    return readOnlyRefusal();
  }
  return isOutage(error)
    ? unavailable(words("The system is not reachable just now. Wait a minute and try again."))
    : undefined;
}

/** No reader can mend it, so the log names it as it names a defect. */
function noteUnexplained(error: unknown): string {
  log.error({ err: error }, "A constraint that nobody explained was violated");
  return unexplained;
}

/** Postgres itself refused to write: switched so just now, or a server that only follows another. */
function isKeptFromWriting(error: unknown): boolean {
  const original = originalOf(error);
  return original instanceof Error && "code" in original && original.code === "25006";
}

function originalOf(error: unknown): unknown {
  return error instanceof Error && "original" in error ? error.original : error;
}

function constraintOf(error: unknown): string {
  const original = originalOf(error);
  const named = original instanceof Error && "constraint" in original && original.constraint;
  return typeof named === "string" ? named : "";
}
