import { cleanText } from "./clean-text.ts";
import type { Inline, Paragraph, WrittenDocument } from "./document.ts";

/** A document of paragraphs from a plain textarea: a blank line parts them, a single one breaks the line. */
export function documentFromText(text: string): WrittenDocument {
  const paragraphs = text
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map(paragraphFrom);
  return { type: "doc", content: paragraphs.length > 0 ? paragraphs : [{ type: "paragraph" }] };
}

function paragraphFrom(text: string): Paragraph {
  const content = text
    .split("\n")
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: "hard_break" } as const] : []),
      ...(cleanText(line) === "" ? [] : [{ type: "text", text: cleanText(line) } as const]),
    ]);
  return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
}
