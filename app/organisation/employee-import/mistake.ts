import type { Gaps } from "../../base/index.ts";

/** What is wrong with one cell, as an English sentence to be shown in the reader's language. */
export interface Mistake {
  readonly key: string;
  readonly words: string;
  readonly gaps?: Gaps;
}

export function mistake(key: string, sentence: string, gaps?: Gaps): Mistake {
  return gaps ? { key, words: sentence, gaps } : { key, words: sentence };
}
