import type { z } from "zod";
import type { Gaps, Language, Words } from "../words.ts";
import type { ExitCode } from "./exit-codes.ts";

/** What a verb is given: its own options, and ways to answer a person or a program. */
export interface Call<Options = Readonly<Record<string, unknown>>> {
  readonly options: Options;
  readonly positionals: readonly string[];
  readonly language: Language;
  /** True when a program reads: then `say` is silent and `answer` is all there is on stdout. */
  readonly json: boolean;
  /** One line for a person: a sentence in both languages, or a line that has no language (a table, a path). */
  readonly say: (line: Words | string, gaps?: Gaps) => void;
  /** A line on stderr, also with `--json`. */
  readonly warn: (line: Words | string, gaps?: Gaps) => void;
  /** The facts of the JSON object printed with `--json`; later facts are laid over earlier ones. */
  readonly answer: (facts: Readonly<Record<string, unknown>>) => void;
}

export interface Positional {
  readonly name: string;
  readonly words: Words;
  readonly optional?: boolean;
  /** Takes all that are left; only the last may. */
  readonly many?: boolean;
}

/** One thing the command can do: `path` is what is typed after `secretariat`. */
export interface Verb<Options extends z.ZodObject = z.ZodObject> {
  readonly path: readonly string[];
  readonly words: Words;
  readonly options: Options;
  readonly positionals?: readonly Positional[];
  /** Refused with a sentence unless root runs it. */
  readonly needsRoot?: boolean;
  /**
   * Changes the installation, so only one such verb runs at a time (exit 50). With `--check` it only looks: it begins
   * while nobody else is at work, and keeps nobody out.
   */
  readonly isExclusive?: boolean;
  run(call: Call<z.output<Options>>): Promise<ExitCode>;
}

/** Declares a verb with the types of its own options. */
export function verb<Options extends z.ZodObject>(definition: Verb<Options>): Verb {
  return definition;
}
