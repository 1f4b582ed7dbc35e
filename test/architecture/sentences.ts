import type { Source } from "./sources.ts";

/** Calls whose first (or, after a field, second) argument a person reads. */
const speaking =
  /\b(?:t|words|notFound|forbidden|unauthenticated|conflict|tooLarge|tooMany|unavailable)\(\s*"((?:[^"\\]|\\.)*)"/g;
const byField = /\binvalid\(\s*[^,"]*(?:"[^"]*")?,\s*"((?:[^"\\]|\\.)*)"/g;
const inRefusals = /\bwords: "((?:[^"\\]|\\.)*)"/g;
const inSections = /\b(?:label|name): "([A-Z](?:[^"\\]|\\.)*)",\s*(?:\/\/.*\n\s*)?(?:href|path):/g;

/** Every English sentence in the code that is shown to people. */
export function sentencesIn({ text }: Source): string[] {
  return [speaking, byField, inRefusals, inSections].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, sentence = ""]) => JSON.parse(`"${sentence}"`) as string),
  );
}

/** Sentences without Hindi. */
export function untranslated(
  sources: readonly Source[],
  hindi: ReadonlyMap<string, string>,
): string[] {
  return [...new Set(sources.flatMap(sentencesIn))].filter(
    (sentence) => /\p{L}/u.test(sentence) && !hindi.has(sentence),
  );
}

/** Hindi that forgets, or invents, a gap of its sentence. */
export function withOtherGaps(hindi: ReadonlyMap<string, string>): string[] {
  const gaps = (text: string) =>
    [...text.matchAll(/\{(\w+)\}/g)]
      .map(([gap]) => gap)
      .toSorted()
      .join();
  return [...hindi]
    .filter(([english, other]) => gaps(english) !== gaps(other))
    .map(([english]) => english);
}

/** Words that stand bare between tags and so speak only English. */
export function bareWords({ path, text }: Source): string[] {
  if (!path.endsWith(".tsx")) {
    return [];
  }
  return [
    ...text.matchAll(/<[a-zA-Z][^<>{}]*(?:\{[^{}]*\}[^<>{}]*)*>\s*([A-Z][a-z]+(?: [a-z]+)+)\s*</g),
  ].map(([, bare = ""]) => `${path}: ${bare}`);
}
