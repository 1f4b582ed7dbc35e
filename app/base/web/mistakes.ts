import { z } from "zod";
import type { FieldError } from "../errors.ts";
import { words, type Gaps } from "../words.ts";

type Issue = z.core.$ZodIssue;

/** Clear sentences for what schemas refuse without words of their own. */
const sentences: Readonly<Record<string, string>> = {
  invalid_type: words("Fill this in."),
  too_big: words("Write {maximum} characters or fewer."),
  too_small: words("This is too short."),
  invalid_format: words("This is not in the right form."),
  invalid_value: words("Choose one of the values offered."),
  unrecognized_keys: words("There is no field called {keys}."),
  invalid_union: words("This is not in the right form."),
};

z.config({
  customError: (issue) => sentences[issue.code] ?? words("This is not in the right form."),
});

/** What a schema found wrong, as one sentence for each field. */
export function mistakesOf(error: z.ZodError): FieldError[] {
  return error.issues.map((issue) => ({
    field: issue.path.join(".") || unknownField(issue),
    words: issue.message,
    gaps: gapsOf(issue),
  }));
}

function unknownField(issue: Issue): string {
  return issue.code === "unrecognized_keys" ? (issue.keys[0] ?? "") : "";
}

function gapsOf(issue: Issue): Gaps {
  if (issue.code === "too_big") {
    return { maximum: Number(issue.maximum) };
  }
  if (issue.code === "too_small") {
    return { minimum: Number(issue.minimum) };
  }
  return issue.code === "unrecognized_keys" ? { keys: issue.keys.join(", ").slice(0, 100) } : {};
}
