import { filled, words, type Language } from "../words.ts";
import { makeCall, terminal, type Output } from "./call.ts";
import { exit, type ExitCode } from "./exit-codes.ts";
import { families, wholeFamilies, type Family } from "./families.ts";
import { findVerb, likelyVerbs } from "./find-verb.ts";
import { Halt } from "./halt.ts";
import { helpOfAll, helpOfVerb } from "./help.ts";
import { chooseLanguage } from "./language.ts";
import { holdLock, refuseWhileHeld } from "./lock.ts";
import { parse, type Parsed } from "./parse.ts";
import type { Call, Verb } from "./verb.ts";

/** The world a command runs in; tests give their own. */
export interface Surroundings {
  readonly families: readonly Family[];
  readonly output: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
}

export const surroundings: Surroundings = {
  families,
  output: terminal,
  environment: process.env,
  isRoot: process.getuid?.() === 0,
};

/** Does what was typed; everything it has to say has been said when it returns the exit code. */
export async function run(typed: readonly string[], around = surroundings): Promise<ExitCode> {
  const language = chooseLanguage(typed, around.environment);
  const said = makeCall(
    { options: {}, positionals: [], language, json: isJson(typed) },
    around.output,
  );
  try {
    return await choose(typed, { around, language });
  } catch (error) {
    return tell(error, said.call, around.output);
  }
}

function isJson(typed: readonly string[]): boolean {
  return typed.includes("--json");
}

interface Setting {
  readonly around: Surroundings;
  readonly language: Language;
}

async function choose(typed: readonly string[], setting: Setting): Promise<ExitCode> {
  const { families: known, output } = setting.around;
  const found = await findVerb(known, typed);
  if (found) {
    return runVerb(found.verb, parse(found.verb, found.rest), setting);
  }
  const asked = typed.filter((word) => !word.startsWith("-") && word !== setting.language);
  if (asked.length === 0 || asked[0] === "help") {
    output.write(helpOfAll(await wholeFamilies(known), setting.language));
    return asked.length === 0 && !typed.includes("--help") && typed.length > 0
      ? exit.usage
      : exit.ok;
  }
  throw unknownVerb(known, asked);
}

const noSuchVerb = words({
  hi: "आदेश “{typed}” नहीं है। सभी आदेश देखें: secretariat --help",
  en: "There is no verb “{typed}”. See them all: secretariat --help",
});

const didYouMean = words({
  hi: "आदेश “{typed}” नहीं है। क्या आपका आशय यह था: {likely}?",
  en: "There is no verb “{typed}”. Did you mean: {likely}?",
});

function unknownVerb(known: readonly Family[], asked: readonly string[]): Halt {
  const likely = likelyVerbs(known, asked);
  const gaps = { typed: asked.join(" "), likely: likely.join(", ") };
  return new Halt(exit.usage, likely.length > 0 ? didYouMean : noSuchVerb, gaps);
}

const rootNeeded = words({
  hi: "“{verb}” केवल root चला सकता है। ऐसे चलाएँ: sudo secretariat {verb}",
  en: "“{verb}” may be run by root only. Run: sudo secretariat {verb}",
});

async function runVerb(
  verb: Verb,
  parsed: Parsed,
  { around, language }: Setting,
): Promise<ExitCode> {
  if (parsed.common.help) {
    around.output.write(helpOfVerb(verb, language));
    return exit.ok;
  }
  const name = verb.path.join(" ");
  if (verb.needsRoot === true && !around.isRoot) {
    throw new Halt(exit.notPermittedHere, rootNeeded, { verb: name });
  }
  const { options, positionals, common } = parsed;
  const { call, facts } = makeCall(
    { options, positionals, language, json: common.json },
    around.output,
  );
  const code = await locked(verb, call);
  if (common.json) {
    around.output.write(JSON.stringify({ verb: name, exit: code, ...facts() }));
  }
  return code;
}

async function locked(verb: Verb, call: Call): Promise<ExitCode> {
  if (verb.isExclusive !== true) {
    return verb.run(call);
  }
  if (call.options["check"] !== true) {
    return holdLock(verb.path.join(" "), () => verb.run(call));
  }
  await refuseWhileHeld();
  return verb.run(call);
}

const broke = words({
  hi: "कार्य पूरा नहीं हो सका: {reason}",
  en: "The work could not be finished: {reason}",
});

function tell(error: unknown, call: Call, output: Output): ExitCode {
  const reason = error instanceof Error ? error.message : String(error);
  const halt = error instanceof Halt ? error : undefined;
  const sentence = halt?.words ?? filled(broke, { reason });
  const code = halt?.code ?? exit.failed;
  if (call.json) {
    output.write(JSON.stringify({ exit: code, error: sentence }));
  }
  call.warn(sentence);
  return code;
}
