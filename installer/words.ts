export const languages = ["hi", "en"] as const;

export type Language = (typeof languages)[number];

/** One sentence in both languages, side by side: the installer runs where the product's own catalogue may not. */
export type Words = Readonly<Record<Language, string>>;

/** What fills the gaps: the same in both languages, or a sentence of its own. */
export type Gaps = Readonly<Record<string, string | number | Words>>;

/** Declares a sentence; a test walks the installer and demands both languages of each. */
export function words(sentence: Words): Words {
  return sentence;
}

/** The sentence in one language, its `{gaps}` filled. A gap without a value is a mistake. */
export function inLanguage(sentence: Words, language: Language, gaps: Gaps = {}): string {
  return sentence[language].replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const value = gaps[name];
    if (value === undefined) {
      throw new Error(`The sentence asks for {${name}}, which is not given: ${sentence.en}`);
    }
    return String(typeof value === "object" ? value[language] : value);
  });
}

/** Both languages with their gaps filled, for answers that are read later by who knows whom. */
export function filled(sentence: Words, gaps: Gaps = {}): Words {
  return { hi: inLanguage(sentence, "hi", gaps), en: inLanguage(sentence, "en", gaps) };
}
