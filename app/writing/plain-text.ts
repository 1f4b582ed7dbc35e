import type { WrittenDocument } from "./document.ts";
import { linesOf, shown } from "./lines-of.ts";

/** The words alone, for search, previews and hashes of meaning: a line for each paragraph. */
export function plainTextOf(document: WrittenDocument): string {
  return linesOf(document)
    .map(({ text }) => text)
    .join("\n")
    .trim();
}

/** The text as a plain textarea shows it: bullets and numbers kept, a blank line between paragraphs. */
export function documentToText(document: WrittenDocument): string {
  return linesOf(document)
    .map((line, index) => (index === 0 ? "" : line.apart ? "\n\n" : "\n") + shown(line))
    .join("");
}

/** True when there is nothing to read: no words and no references. */
export function isEmpty(document: WrittenDocument): boolean {
  return plainTextOf(document).replaceAll("|", "").trim() === "";
}
