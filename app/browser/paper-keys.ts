/** Arrow keys step through the papers of a file while the focus is in their list. */
export function startPaperKeys(list: HTMLElement): void {
  list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...list.querySelectorAll("a")];
    const place = links.findIndex((link) => link === document.activeElement);
    const next = step === undefined ? undefined : links[place + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
}
