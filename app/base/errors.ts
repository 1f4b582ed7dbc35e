import type { Gaps } from "./words.ts";

/** One thing wrong with one field, as an English sentence to be shown in the reader's language. */
export interface FieldError {
  readonly field: string;
  readonly words: string;
  readonly gaps?: Gaps;
}

interface Particulars {
  readonly gaps?: Gaps;
  readonly fields?: readonly FieldError[];
}

/** An expected "no". Anything else that is thrown is a defect. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  /** A stable word for programs; never shown. */
  readonly code: string;
  readonly gaps: Gaps;
  readonly fields: readonly FieldError[];

  constructor(status: number, code: string, sentence: { words: string } & Particulars) {
    super(sentence.words);
    this.status = status;
    this.code = code;
    this.gaps = sentence.gaps ?? {};
    this.fields = sentence.fields ?? [];
  }
}

/** What one may not see does not exist: the answer is the same for both. */
export function notFound(sentence = "There is nothing here that you can see."): Refusal {
  return new Refusal(404, "not-found", { words: sentence });
}

export function forbidden(sentence = "Your post does not have the right to do this."): Refusal {
  return new Refusal(403, "forbidden", { words: sentence });
}

export function unauthenticated(sentence = "Sign in to go on."): Refusal {
  return new Refusal(401, "unauthenticated", { words: sentence });
}

/** The thing changed meanwhile, or is not in a state that allows this. */
export function conflict(sentence: string, gaps: Gaps = {}): Refusal {
  return new Refusal(409, "conflict", { words: sentence, gaps });
}

/** The request is understood but a value in it is wrong. */
export function invalid(field: string, sentence: string, gaps: Gaps = {}): Refusal {
  return invalidFields([{ field, words: sentence, gaps }]);
}

export function invalidFields(fields: readonly FieldError[]): Refusal {
  return new Refusal(422, "invalid", { words: "Correct what is marked below.", fields });
}

export function tooLarge(sentence: string, gaps: Gaps = {}): Refusal {
  return new Refusal(413, "too-large", { words: sentence, gaps });
}

export function tooMany(
  sentence = "Too many attempts. Wait a few minutes and try again.",
): Refusal {
  return new Refusal(429, "too-many", { words: sentence });
}

export function unavailable(sentence: string): Refusal {
  return new Refusal(503, "unavailable", { words: sentence });
}
