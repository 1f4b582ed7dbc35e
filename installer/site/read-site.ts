import { readFile } from "node:fs/promises";
import { load, YAMLException } from "js-yaml";
import type { z } from "zod";
import { places } from "../places.ts";
import { filled, words, type Words } from "../words.ts";
import { sentenceOf } from "./fields.ts";
import { nearestKey } from "./nearest-key.ts";
import { renamedKeys, Site } from "./schema.ts";

export interface SiteProblem {
  /** The key, such as `backups.keepDays`; empty for the file as a whole. */
  readonly key: string;
  readonly words: Words;
}

/** site.yml cannot be used; every reason is named at once. */
export class SiteRefused extends Error {
  override readonly name = "SiteRefused";
  readonly problems: readonly SiteProblem[];

  constructor(problems: readonly SiteProblem[]) {
    super(problems.map(({ key, words: { en } }) => `${key}: ${en}`).join("\n"));
    this.problems = problems;
  }
}

/** Reads site.yml and fills what was left out; throws `SiteRefused` with everything that is wrong. */
export async function readSite(path: string = places.site): Promise<Site> {
  const source = await readFile(path, "utf8").catch((error: Error) => {
    throw new SiteRefused([{ key: "", words: filled(unreadable, { path, why: error.message }) }]);
  });
  return parseSite(source);
}

export function parseSite(source: string): Site {
  const parsed = Site.safeParse(readYaml(source));
  if (!parsed.success) {
    throw new SiteRefused(parsed.error.issues.flatMap(problemsOf));
  }
  return parsed.data;
}

function readYaml(source: string): unknown {
  try {
    return load(source);
  } catch (error) {
    if (error instanceof YAMLException) {
      throw new SiteRefused([{ key: "", words: filled(notYaml, { why: error.message }) }]);
    }
    throw error;
  }
}

function problemsOf(issue: z.core.$ZodIssue): readonly SiteProblem[] {
  const key = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((name) => unknownKey(key, name));
  }
  if (issue.code === "invalid_type" && issue.input === undefined) {
    return [{ key, words: missing }];
  }
  return [{ key, words: sentenceOf(issue.message) ?? ownWords(issue) }];
}

/** For what the schema leaves to zod, which speaks one language. */
function ownWords(issue: z.core.$ZodIssue): Words {
  if (issue.code === "invalid_value") {
    return filled(oneOf, { values: issue.values.map(String).join(", ") });
  }
  if (issue.code === "too_small") {
    return filled(atLeast, { least: String(issue.minimum) });
  }
  if (issue.code === "too_big") {
    return filled(atMost, { most: String(issue.maximum) });
  }
  return filled(wrong, { why: issue.message });
}

function unknownKey(parent: string, name: string): SiteProblem {
  const key = [parent, name].filter(Boolean).join(".");
  const renamed = renamedKeys[key];
  if (renamed !== undefined) {
    return { key, words: filled(renamedTo, { renamed }) };
  }
  const nearest = nearestKey(name, parent);
  return { key, words: nearest === undefined ? unknown : filled(meant, { nearest }) };
}

const unreadable = words({
  hi: "फ़ाइल {path} पढ़ी नहीं जा सकी: {why}",
  en: "The file {path} could not be read: {why}",
});
const notYaml = words({
  hi: "फ़ाइल YAML नहीं है: {why}",
  en: "The file is not YAML: {why}",
});
const missing = words({ hi: "यह कुंजी आवश्यक है।", en: "This key is needed." });
const wrong = words({ hi: "मान ठीक नहीं है: {why}", en: "The value is not right: {why}" });
const oneOf = words({ hi: "इनमें से एक लिखें: {values}", en: "Write one of: {values}" });
const atLeast = words({ hi: "कम से कम {least} होना चाहिए।", en: "At least {least} is needed." });
const atMost = words({ hi: "अधिकतम {most} हो सकता है।", en: "At most {most} is allowed." });
const unknown = words({
  hi: "ऐसी कोई कुंजी नहीं है।",
  en: "There is no such key.",
});
const meant = words({
  hi: "ऐसी कोई कुंजी नहीं है; क्या {nearest} अभिप्रेत है?",
  en: "There is no such key; is {nearest} meant?",
});
const renamedTo = words({
  hi: "इस कुंजी का नाम अब {renamed} है।",
  en: "This key is now called {renamed}.",
});
