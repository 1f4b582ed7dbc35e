import { distance } from "../spelling-distance.ts";
import type { Family } from "./families.ts";
import type { Verb } from "./verb.ts";

export interface Found {
  readonly verb: Verb;
  /** What stands after the verb's own words. */
  readonly rest: readonly string[];
}

/** Loads the verb with the longest name that the arguments begin with. */
export async function findVerb(
  families: readonly Family[],
  typed: readonly string[],
): Promise<Found | undefined> {
  const fitting = families
    .flatMap(({ verbs }) => Object.entries(verbs))
    .map(([name, load]) => ({ path: name.split(" "), load }))
    .filter(({ path }) => path.every((word, index) => typed[index] === word));
  const [found] = fitting.toSorted((one, other) => other.path.length - one.path.length);
  return found && { verb: await found.load(), rest: typed.slice(found.path.length) };
}

/** The verbs one may have meant: those of the same family, or those spelt nearly so. */
export function likelyVerbs(
  families: readonly Family[],
  typed: readonly string[],
): readonly string[] {
  const wanted = typed.filter((word) => !word.startsWith("-"));
  const names = families.flatMap(({ verbs }) => Object.keys(verbs));
  const family = names.filter((name) => name.startsWith(`${wanted[0] ?? ""} `));
  return nearest(names, wanted) ?? nearest(names, wanted.slice(0, 1)) ?? family;
}

function nearest(names: readonly string[], words: readonly string[]): string[] | undefined {
  const asked = words.slice(0, 2).join(" ");
  const judged = names
    .map((name) => ({ name, away: distance(name, asked) }))
    .filter(({ away }) => away <= Math.max(1, Math.floor(asked.length / 3)))
    .toSorted((one, other) => one.away - other.away);
  return judged.length > 0 && asked !== "" ? judged.slice(0, 3).map(({ name }) => name) : undefined;
}
