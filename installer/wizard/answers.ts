import { parseSite, SiteRefused, type SiteProblem } from "../site/index.ts";
import type { Question } from "./questions.ts";

export type Answers = Readonly<Record<string, unknown>>;

/** What was typed, as site.yml keeps it; undefined where nothing was. */
export function valueOf({ isList, isNumber }: Question, typed: string): unknown {
  if (typed === "") {
    return undefined;
  }
  if (isList === true) {
    return typed.split(/[\s,]+/).filter(Boolean);
  }
  return isNumber === true && /^\d+$/.test(typed) ? Number(typed) : typed;
}

/** The answers with one more, at its place: `backups.second.url` lies two levels down. */
export function withAnswer(answers: Answers, key: string, value: unknown): Answers {
  const [first = "", ...rest] = key.split(".");
  const below = answers[first];
  const nested = rest.length === 0 ? value : withAnswer(asAnswers(below), rest.join("."), value);
  return { ...answers, [first]: nested };
}

export function answerAt(answers: Answers, key: string): unknown {
  return key.split(".").reduce<unknown>((above, step) => asAnswers(above)[step], answers);
}

/** What the schema says against this one answer; what is still to come is not held against it. */
export function problemWith(answers: Answers, key: string): SiteProblem | undefined {
  const above = key.split(".").slice(0, -1).join(".");
  return problemsIn(answers).find(
    (problem) =>
      problem.key === key ||
      problem.key.startsWith(`${key}.`) ||
      (above !== "" && problem.key === above),
  );
}

function problemsIn(answers: Answers): readonly SiteProblem[] {
  try {
    parseSite(JSON.stringify(answers)); // whatever is JSON is YAML as well
    return [];
  } catch (error) {
    if (error instanceof SiteRefused) {
      return error.problems;
    }
    throw error;
  }
}

function asAnswers(value: unknown): Answers {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
