import { keepLook } from "./keep-look.ts";
import { makeWordLists } from "./word-lists.ts";

/**
 * Readies what a word processor put on the clipboard. The schema drops all it does not know; what is
 * left to do is to throw away text that is not text, to turn styles into marks, and to make Word's
 * pretended lists into lists.
 */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  page.querySelectorAll("script, title, meta, link, xml").forEach((part) => part.remove());
  makeWordLists(page);
  keepLook(page);
  return page.body.innerHTML;
}

/** The page's policy refuses inline styles even in a page that is only read: they are read as words. */
function withoutStyles(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));
}
