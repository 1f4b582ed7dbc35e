import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import type { z } from "zod";
import { words } from "../words.ts";
import { exit } from "./exit-codes.ts";
import { Halt } from "./halt.ts";
import { commonOptions, typedOptions, type TypedOption } from "./options-of.ts";
import type { Verb } from "./verb.ts";

export interface Parsed {
  readonly common: z.output<typeof commonOptions>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

/** Reads what was typed after the verb; anything it does not know is refused with a sentence. */
export function parse(verb: Verb, rest: readonly string[]): Parsed {
  const known = [...typedOptions(verb.options), ...typedOptions(commonOptions)];
  const { values, positionals } = readArguments(known, rest);
  const given = Object.fromEntries(
    known.flatMap(({ key, name }) => (values[name] === undefined ? [] : [[key, values[name]]])),
  );
  const common = judge(commonOptions, given, known);
  if (common.help) {
    return { common, options: {}, positionals };
  }
  refuseWrongCount(verb, positionals);
  return { common, options: judge(verb.options, given, known), positionals };
}

function readArguments(known: readonly TypedOption[], rest: readonly string[]) {
  const options: ParseArgsOptionsConfig = Object.fromEntries(
    known.map(({ name, short, isFlag, isMany }) => [
      name,
      {
        type: isFlag ? ("boolean" as const) : ("string" as const),
        ...(isMany ? { multiple: true } : {}),
        ...(short === undefined ? {} : { short }),
      },
    ]),
  );
  try {
    return parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw usage(error instanceof Error ? error : new Error(String(error)), rest);
  }
}

const unknownOption = words({
  hi: "विकल्प {option} ज्ञात नहीं है। उपलब्ध विकल्प --help से देखें।",
  en: "There is no option {option}. See --help for those there are.",
});

const unreadable = words({
  hi: "विकल्प पढ़े नहीं जा सके: {reason}",
  en: "The options cannot be read: {reason}",
});

function usage(error: Error, rest: readonly string[]): Halt {
  const isUnknown = "code" in error && error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
  const option = /'(-[^']*)'/.exec(error.message)?.[1] ?? rest.find((word) => word.startsWith("-"));
  return isUnknown
    ? new Halt(exit.usage, unknownOption, { option: option ?? "" })
    : new Halt(exit.usage, unreadable, { reason: error.message.split("\n")[0] ?? "" });
}

const wrongValue = words({
  hi: "विकल्प --{option} का मान ठीक नहीं है: {reason}",
  en: "The value of --{option} cannot be used: {reason}",
});

function judge<Options extends z.ZodObject>(
  schema: Options,
  given: Readonly<Record<string, unknown>>,
  known: readonly TypedOption[],
): z.output<Options> {
  const judged = schema.safeParse(given);
  if (judged.success) {
    return judged.data;
  }
  const [issue] = judged.error.issues;
  const option = known.find(({ key }) => key === issue?.path[0])?.name ?? String(issue?.path[0]);
  throw new Halt(exit.usage, wrongValue, { option, reason: issue?.message ?? "" });
}

const missingArgument = words({
  hi: "{name} लिखना आवश्यक है। सहायता --help से देखें।",
  en: "{name} must be given. See --help.",
});

const needlessArgument = words({
  hi: "“{word}” यहाँ अपेक्षित नहीं है। सहायता --help से देखें।",
  en: "“{word}” is not expected here. See --help.",
});

function refuseWrongCount(verb: Verb, given: readonly string[]): void {
  const wanted = verb.positionals ?? [];
  const missing = wanted.filter(({ optional }) => !optional)[given.length];
  if (missing) {
    throw new Halt(exit.usage, missingArgument, { name: missing.name });
  }
  const needless = wanted.at(-1)?.many === true ? undefined : given[wanted.length];
  if (needless !== undefined) {
    throw new Halt(exit.usage, needlessArgument, { word: needless });
  }
}
