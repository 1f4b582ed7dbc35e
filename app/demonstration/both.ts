import type { BilingualName, Language } from "../base/index.ts";

/** A text in both languages. */
export type Both = Readonly<Record<Language, string>>;

export function bothOf(row: { readonly name_en: string; readonly name_hi: string }): Both {
  return { en: row.name_en, hi: row.name_hi };
}

export function named({ en, hi }: Both): BilingualName {
  return { nameEn: en, nameHi: hi };
}

/** Fills `{gaps}`; a gap without a value is an error in the content. */
export function fill(text: string, gaps: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = gaps[name];
    if (value === undefined) {
      throw new Error(`no value for {${name}} in: ${text}`);
    }
    return value;
  });
}
