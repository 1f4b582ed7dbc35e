import { AsyncLocalStorage } from "node:async_hooks";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { projectFile } from "./paths.ts";

export const languages = ["hi", "en"] as const;
export type Language = (typeof languages)[number];
export type Gaps = Readonly<Record<string, string | number>>;

/** A name that people read, in both scripts. */
export interface BilingualName {
  readonly nameEn: string;
  readonly nameHi: string;
}

const reader = new AsyncLocalStorage<Language>();
const hindi: ReadonlyMap<string, string> = readHindi();

/** Runs `work` for a reader of this language: every `t` inside it speaks that language. */
export function inLanguage<T>(language: Language, work: () => T): T {
  return reader.run(language, work);
}

/** The language of the present reader; Hindi where nobody has said otherwise. */
export function language(): Language {
  return reader.getStore() ?? "hi";
}

/** The sentence in the reader's language. The key is the English sentence; gaps stand as `{name}`. */
export function t(sentence: string, gaps: Gaps = {}): string {
  const found = language() === "hi" ? (hindi.get(sentence) ?? sentence) : sentence;
  return found.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
}

/** Marks a sentence that is declared now and translated when it is shown, such as a schema's message. */
export function words(sentence: string): string {
  return sentence;
}

/** The half of a bilingual name that this reader reads. */
export function nameOf(named: BilingualName): string {
  return language() === "hi" ? named.nameHi : named.nameEn;
}

/** Every translated sentence, for the test that holds the list against the code. */
export function translations(): ReadonlyMap<string, string> {
  return hindi;
}

/** One file per module, so that a module's words travel with it. */
function readHindi(): Map<string, string> {
  const folder = projectFile("app/locales/hi");
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .flatMap((name) =>
        Object.entries(
          JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, string>,
        ),
      ),
  );
}
