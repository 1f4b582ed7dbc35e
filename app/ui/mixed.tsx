import { language } from "../base/words.ts";

const devanagari = /[ऀ-ॿ]/;

/** Text that may stand in the other language than the page: marks it so that it is read out and set right. */
export function Mixed({ text }: { readonly text: string }) {
  const written = devanagari.test(text) ? "hi" : "en";
  return written === language() ? <>{text}</> : <span lang={written}>{text}</span>;
}
