import { inLanguage, type Gaps, type Language, type Words } from "../words.ts";
import type { Call } from "./verb.ts";

/** Where lines go; tests listen instead. */
export interface Output {
  write(line: string): void;
  warn(line: string): void;
}

export const terminal: Output = {
  write: (line) => void process.stdout.write(`${line}\n`),
  warn: (line) => void process.stderr.write(`${line}\n`),
};

interface Given {
  readonly options: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
  readonly language: Language;
  readonly json: boolean;
}

/** A call and the facts its verb has told so far. */
export function makeCall(given: Given, output: Output): { call: Call; facts: () => object } {
  const facts: Record<string, unknown> = {};
  const spoken = (line: Words | string, gaps?: Gaps): string =>
    typeof line === "string" ? line : inLanguage(line, given.language, gaps);
  const call: Call = {
    ...given,
    say: (line, gaps) => {
      if (!given.json) {
        output.write(spoken(line, gaps));
      }
    },
    warn: (line, gaps) => output.warn(spoken(line, gaps)),
    answer: (told) => void Object.assign(facts, told),
  };
  return { call, facts: () => facts };
}
