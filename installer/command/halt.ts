import { filled, type Gaps, type Words } from "../words.ts";
import type { ExitCode } from "./exit-codes.ts";

/** Ends a verb early with a sentence for the administrator and the number for programs. */
export class Halt extends Error {
  readonly code: ExitCode;
  readonly words: Words;

  constructor(code: ExitCode, sentence: Words, gaps: Gaps = {}) {
    const said = filled(sentence, gaps);
    super(said.en);
    this.code = code;
    this.words = said;
  }
}
