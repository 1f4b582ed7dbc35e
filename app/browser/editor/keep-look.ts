const looks = [
  ["strong", /font-weight:\s*(bold|[6-9]00)/i],
  ["em", /font-style:\s*italic/i],
  ["u", /text-decoration[^;]*:\s*underline/i],
] as const;

/** Turns the few styles that mean something into elements, and forgets the rest. */
export function keepLook(page: Document): void {
  for (const element of page.querySelectorAll<HTMLElement>("[data-style]")) {
    const style = element.dataset["style"] ?? "";
    delete element.dataset["style"];
    const align = /text-align:\s*(center|right|justify)/i.exec(style)?.[1];
    if (align) {
      element.dataset["align"] = align.toLowerCase();
    }
    if (element.matches("span, p, td, th, li, a, font")) {
      wrapInside(page, element, style);
    }
    // Google Docs wraps everything it copies in a <b> that is not bold.
    if (element.localName === "b" && /font-weight:\s*(normal|400)/i.test(style)) {
      element.replaceWith(...element.childNodes);
    }
  }
}

function wrapInside(page: Document, element: Element, style: string): void {
  for (const [name, sign] of looks) {
    if (sign.test(style) && !element.querySelector("p, table, ul, ol")) {
      const mark = page.createElement(name);
      mark.append(...element.childNodes);
      element.append(mark);
    }
  }
}
