import { readFile } from "node:fs/promises";
import { load, YAMLException } from "js-yaml";
import type { z } from "zod";
import { places } from "../places.ts";
import { filled, words, type Words } from "../words.ts";
import { unknownKey, wordsOf } from "./issue-words.ts";
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
  const parsed = Site.safeParse(readYaml(source), { reportInput: true });
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
    return issue.keys.map((name) => notAKey(key, name));
  }
  return [{ key, words: wordsOf(issue) }];
}

function notAKey(parent: string, name: string): SiteProblem {
  const key = [parent, name].filter(Boolean).join(".");
  const renamed = renamedKeys[key];
  if (renamed !== undefined) {
    return { key, words: filled(renamedTo, { renamed }) };
  }
  const nearest = nearestKey(name, parent);
  return { key, words: nearest === undefined ? unknownKey : filled(meant, { nearest }) };
}

const unreadable = words({
  hi: "फ़ाइल {path} पढ़ी नहीं जा सकी: {why}",
  en: "The file {path} could not be read: {why}",
});
const notYaml = words({
  hi: "फ़ाइल YAML नहीं है: {why}",
  en: "The file is not YAML: {why}",
});
const meant = words({
  hi: "ऐसी कोई कुंजी नहीं है; क्या {nearest} अभिप्रेत है?",
  en: "There is no such key; is {nearest} meant?",
});
const renamedTo = words({
  hi: "इस कुंजी का नाम अब {renamed} है।",
  en: "This key is now called {renamed}.",
});
