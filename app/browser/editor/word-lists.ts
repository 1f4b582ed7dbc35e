/** Word pastes a list as paragraphs whose sign is text; here it becomes a list. */
export function makeWordLists(page: Document): void {
  for (const item of page.querySelectorAll<HTMLElement>("p[class*=MsoListParagraph]")) {
    const kind = /\d|[a-z][.)]/i.test(takeSign(item)) ? "ol" : "ul";
    const entry = page.createElement("li");
    const list = listBefore(item, kind) ?? newList(page, kind, item);
    entry.append(...item.childNodes);
    list.append(entry);
    item.remove();
  }
}

function listBefore(item: Element, kind: string): Element | undefined {
  const before = item.previousElementSibling;
  return before?.matches(`${kind}[data-word]`) ? before : undefined;
}

function newList(page: Document, kind: string, item: Element): HTMLElement {
  const list = page.createElement(kind);
  list.dataset["word"] = "";
  item.before(list);
  return list;
}

/** The bullet or number, which Word marks as not to be taken for text. */
function takeSign(item: Element): string {
  const marked = [...item.querySelectorAll<HTMLElement>("span[data-style]")].find(({ dataset }) =>
    /mso-list:\s*ignore/i.test(dataset["style"] ?? ""),
  );
  marked?.remove();
  return marked?.textContent ?? "";
}
