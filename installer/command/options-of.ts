import { z } from "zod";
import type { Words } from "../words.ts";
import { languages } from "../words.ts";
import { option, wordsOf } from "./option.ts";
import type { Verb } from "./verb.ts";

/** One option as it is typed. */
export interface TypedOption {
  /** Its name in the verb's object. */
  readonly key: string;
  /** As typed, without the dashes. */
  readonly name: string;
  readonly short?: string;
  readonly isFlag: boolean;
  readonly isMany: boolean;
  readonly choices: readonly string[];
  readonly words: Words | undefined;
}

/** What every verb understands besides its own. */
export const commonOptions = z.object({
  json: option(z.boolean().default(false), {
    hi: "उत्तर एक JSON वस्तु के रूप में दें, प्रोग्रामों के लिए",
    en: "Answer with one JSON object, for programs",
  }),
  language: option(z.enum(languages).optional(), {
    hi: "उत्तर की भाषा: hi या en",
    en: "Language of the answer: hi or en",
  }),
  help: option(
    z.boolean().default(false),
    { hi: "इस आदेश की सहायता दिखाएँ", en: "Show the help of this verb" },
    "h",
  ),
});

export function ownOptions(verb: Verb): readonly TypedOption[] {
  return typedOptions(verb.options);
}

export function typedOptions(options: z.ZodObject): readonly TypedOption[] {
  return Object.entries(options.shape).map(([key, schema]) => typedOption(key, asType(schema)));
}

function typedOption(key: string, schema: z.ZodType): TypedOption {
  const kernel = unwrapped(schema);
  const { words, short } = wordsOf(schema);
  return {
    key,
    name: key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    ...(short === undefined ? {} : { short }),
    isFlag: kernel instanceof z.ZodBoolean,
    isMany: kernel instanceof z.ZodArray,
    choices: kernel instanceof z.ZodEnum ? kernel.options.map(String) : [],
    words,
  };
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unwrapped(asType(schema.unwrap()));
  }
  return schema;
}

/** Zod types its parts by their core; all of ours are made by zod itself. */
function asType(schema: z.core.$ZodType): z.ZodType {
  return schema as z.ZodType;
}
