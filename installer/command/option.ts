import type { z } from "zod";
import type { Words } from "../words.ts";

interface OptionWords {
  readonly words: Words;
  readonly short?: string;
}

/** Gives an option the sentence its help shows: `option(z.boolean().default(false), { hi, en })`. */
export function option<Schema extends z.ZodType>(
  schema: Schema,
  words: Words,
  short?: string,
): Schema {
  const said: OptionWords = { words, ...(short === undefined ? {} : { short }) };
  return schema.meta({ ...said });
}

export function wordsOf(schema: z.ZodType): Partial<OptionWords> {
  return (schema.meta() ?? {}) as Partial<OptionWords>;
}
