import { inLanguage, words, type Language, type Words } from "../words.ts";
import type { WholeFamily } from "./families.ts";
import { commonOptions, ownOptions, typedOptions, type TypedOption } from "./options-of.ts";
import type { Verb } from "./verb.ts";

export const headings = {
  usage: words({ hi: "प्रयोग", en: "Usage" }),
  options: words({ hi: "विकल्प", en: "Options" }),
  common: words({ hi: "सभी आदेशों के विकल्प", en: "Options of every verb" }),
  root: words({ hi: "केवल root चला सकता है।", en: "May be run by root only." }),
  more: words({
    hi: "किसी आदेश की सहायता: secretariat <आदेश> --help",
    en: "Help on one verb: secretariat <verb> --help",
  }),
} as const;

const purpose = words({
  hi: "secretariat — डिजिटल सचिवालय के सर्वर की देखरेख",
  en: "secretariat – looks after the server of the Digital Secretariat",
});

/** Every verb, family by family. */
export function helpOfAll(families: readonly WholeFamily[], language: Language): string {
  const say = (sentence: Words): string => inLanguage(sentence, language);
  return [
    say(purpose),
    `${say(headings.usage)}: secretariat <verb> [--json] [--language hi|en]`,
    ...families.flatMap((family) => [
      "",
      say(family.words),
      ...family.verbs.map((verb) => row(verb.path.join(" "), say(verb.words))),
    ]),
    "",
    say(headings.more),
  ].join("\n");
}

/** One verb with its arguments and options. */
export function helpOfVerb(verb: Verb, language: Language): string {
  const say = (sentence: Words): string => inLanguage(sentence, language);
  const options = ownOptions(verb);
  return [
    say(verb.words),
    ...(verb.needsRoot === true ? [say(headings.root)] : []),
    "",
    `${say(headings.usage)}: ${usageOf(verb)}`,
    ...(verb.positionals ?? []).map(({ name, words: said }) => row(name, say(said))),
    ...(options.length > 0 ? ["", say(headings.options), ...rows(options, language)] : []),
    "",
    say(headings.common),
    ...rows(typedOptions(commonOptions), language),
  ].join("\n");
}

export function usageOf(verb: Verb): string {
  const named = (verb.positionals ?? []).map(({ name, optional, many }) => {
    const shown = `${name}${many === true ? "…" : ""}`;
    return optional === true ? `[${shown}]` : shown;
  });
  return ["secretariat", ...verb.path, ...named].join(" ");
}

export function spelling({ name, short, isFlag, choices }: TypedOption): string {
  const value = isFlag ? "" : ` ${choices.length > 0 ? choices.join("|") : "…"}`;
  return `${short === undefined ? "" : `-${short}, `}--${name}${value}`;
}

function rows(options: readonly TypedOption[], language: Language): string[] {
  return options.map((one) => row(spelling(one), one.words ? inLanguage(one.words, language) : ""));
}

function row(left: string, right: string): string {
  return `  ${left.padEnd(24)} ${right}`.trimEnd();
}
