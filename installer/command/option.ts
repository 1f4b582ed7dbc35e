import { z } from "zod";
import type { Words } from "../words.ts";

export interface OptionWords {
  readonly words: Words;
  readonly short?: string;
}

const optionWords = z.registry<OptionWords>();

/** Gives an option the sentence its help shows: `option(z.boolean().default(false), { hi, en })`. */
export function option<Schema extends z.ZodType>(
  schema: Schema,
  words: Words,
  short?: string,
): Schema {
  optionWords.add(schema, { words, ...(short === undefined ? {} : { short }) });
  return schema;
}

export function wordsOf(schema: z.ZodType): OptionWords | undefined {
  return optionWords.get(schema);
}
