import { inTime } from "../in-time.ts";
import { filled, words, type Words } from "../words.ts";
import type { Check, Context, Severity } from "./check.ts";

export type Outcome = "pass" | "warn" | "fail";

/** What one check came to, ready to be printed or kept. */
export interface Result {
  readonly id: string;
  readonly title: Words;
  readonly outcome: Outcome;
  readonly cause?: Words;
  readonly remedy?: Words;
}

const patience = 15;

const unanswered = words({
  hi: "जाँच पूरी नहीं हो सकी: {reason}",
  en: "The check could not be made: {reason}",
});

/** Runs the checks side by side; one that breaks or takes too long counts as a warning, never as a pass. */
export function runChecks(checks: readonly Check[], context: Context): Promise<readonly Result[]> {
  const isInstalled = context.installed !== undefined;
  const fitting = checks.filter(
    ({ when }) => when === "always" || (when === "after") === isInstalled,
  );
  return Promise.all(fitting.map((check) => judge(check, context)));
}

async function judge(check: Check, context: Context): Promise<Result> {
  const { id, title, remedy } = check;
  try {
    const trouble = await inTime(check.look(context), check.patienceSeconds ?? patience);
    return trouble
      ? {
          id,
          title,
          outcome: trouble.severity ?? check.severity,
          cause: filled(check.cause, trouble.gaps),
          remedy: filled(trouble.remedy ?? remedy, trouble.gaps),
        }
      : { id, title, outcome: "pass" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { id, title, outcome: "warn", cause: filled(unanswered, { reason }) };
  }
}

export function worst(results: readonly Result[]): Severity | "pass" {
  return (
    (["fail", "warn"] as const).find((one) => results.some(({ outcome }) => outcome === one)) ??
    "pass"
  );
}
