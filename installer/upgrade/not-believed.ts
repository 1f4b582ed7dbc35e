import type { Words } from "../words.ts";

/** The new release runs, and something speaks against it. */
export class NotBelieved extends Error {
  override readonly name = "NotBelieved";
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

/** What went wrong, in both languages where we said it ourselves. */
export function failureOf(error: unknown): Words {
  const reason = reasonOf(error);
  return error instanceof NotBelieved ? error.words : { hi: reason, en: reason };
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
