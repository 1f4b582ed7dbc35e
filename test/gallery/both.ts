import { language } from "../../app/base/words.ts";

/** The gallery's own words stand here in both languages: they are no part of the product's. */
export function both(english: string, hindi: string): string {
  return language() === "hi" ? hindi : english;
}
