/**
 * Readies what a word processor put on the clipboard. The schema drops all it does not know; what is
 * left to do is to throw away text that is not text and to make Word's pretended lists into lists.
 */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("style, script, title, meta, link, xml").forEach((part) => part.remove());
  makeWordLists(page);
  return page.body.innerHTML;
}

function makeWordLists(page: Document): void {
  for (const item of page.querySelectorAll<HTMLElement>("p[class*=MsoListParagraph]")) {
    const sign = takeSign(item);
    const kind = /\d|[a-z][.)]/i.test(sign) ? "ol" : "ul";
    const before = item.previousElementSibling;
    const list =
      before?.localName === kind && "word" in (before as HTMLElement).dataset
        ? before
        : newList(page, { kind, item });
    const entry = page.createElement("li");
    entry.append(...item.childNodes);
    list.append(entry);
    item.remove();
  }
}

function newList(page: Document, { kind, item }: { kind: string; item: Element }): HTMLElement {
  const list = page.createElement(kind);
  list.dataset["word"] = "";
  item.before(list);
  return list;
}

/** Word writes the bullet or number as text, marked as not to be taken for text. */
function takeSign(item: HTMLElement): string {
  const marked = [...item.querySelectorAll("span")].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute("style") ?? ""),
  );
  marked?.remove();
  return marked?.textContent ?? "";
}
