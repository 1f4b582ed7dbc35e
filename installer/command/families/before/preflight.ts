import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { places } from "../../../places.ts";
import { preflight as look } from "../../../preflight/preflight.ts";
import type { Outcome, Result } from "../../../preflight/run-checks.ts";
import { words, type Words } from "../../../words.ts";
import { exit, type ExitCode } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb, type Call } from "../../verb.ts";

const options = z.object({
  config: option(z.string().default(places.site), {
    hi: "site.yml कहाँ है",
    en: "Where site.yml lies",
  }),
  /** The script of the bundle says where it opened it. */
  bundle: option(z.string().default(process.env["SECRETARIAT_BUNDLE"] ?? ""), {
    hi: "खुले हुए बंडल का फ़ोल्डर, उसे भी परखने के लिए",
    en: "The folder of an opened bundle, to judge it as well",
  }),
  out: option(z.string().optional(), {
    hi: "परिणाम इस फ़ाइल में JSON के रूप में भी रखें",
    en: "Keep the result in this file too, as JSON",
  }),
  strict: option(z.boolean().default(false), {
    hi: "चेतावनी को भी असफलता मानें (निर्गम 11)",
    en: "Take a warning for a failure too (exit 11)",
  }),
  all: option(z.boolean().default(false), {
    hi: "सफल जाँचें भी दिखाएँ",
    en: "Show the checks that passed as well",
  }),
});

export const preflight = verb({
  path: ["preflight"],
  words: {
    hi: "देखें कि सर्वर तैयार है या नहीं; कुछ नहीं बदलता",
    en: "See whether the server is ready; changes nothing",
  },
  options,
  async run(call) {
    const { config, bundle, out, strict } = call.options;
    const isBundleJudged = bundle === process.env["SECRETARIAT_BUNDLE"];
    const found = await look({
      site: config,
      ...(bundle === "" ? {} : { bundle, isBundleJudged }),
    });
    const counts = {
      passed: count(found.results, "pass"),
      warned: count(found.results, "warn"),
      failed: count(found.results, "fail"),
    };
    const facts = { ...found, ...counts };
    if (out !== undefined) {
      await writeFile(out, `${JSON.stringify(facts, null, 2)}\n`);
    }
    found.results.forEach((result) => tell(call, result));
    call.say(summary, { ...counts, seconds: found.seconds });
    call.answer(facts);
    return codeOf(found.outcome, strict);
  },
});

const summary = words({
  hi: "{passed} ठीक, {warned} चेतावनी, {failed} असफल; {seconds} सेकंड",
  en: "{passed} passed, {warned} warned, {failed} failed; {seconds} s",
});

const labels: Readonly<Record<Outcome, Words>> = {
  pass: words({ hi: "ठीक", en: "PASS" }),
  warn: words({ hi: "चेतावनी", en: "WARN" }),
  fail: words({ hi: "असफल", en: "FAIL" }),
};

const remedyLine = words({ hi: "     उपाय: {remedy}", en: "     Remedy: {remedy}" });

function tell({ say, language, options: { all } }: Call<z.output<typeof options>>, result: Result) {
  if (result.outcome === "pass" && !all) {
    return;
  }
  const label = labels[result.outcome][language];
  say(`${label} ${result.id} ${result.title[language]}`);
  if (result.cause) {
    say(`     ${result.cause[language]}`);
  }
  if (result.remedy) {
    say(remedyLine, { remedy: result.remedy[language] });
  }
}

function count(results: readonly Result[], outcome: Outcome): number {
  return results.filter((result) => result.outcome === outcome).length;
}

function codeOf(outcome: Outcome, isStrict: boolean): ExitCode {
  if (outcome === "fail") {
    return exit.preflightFailed;
  }
  return outcome === "warn" && isStrict ? exit.preflightWarned : exit.ok;
}
