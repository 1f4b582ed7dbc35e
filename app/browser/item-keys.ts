import { isTyping } from "./page.ts";

/** j and k move through the list, Enter opens, x ticks. */
export function startItemKeys(list: HTMLElement): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isTyping(event) || !list.isConnected) {
      return;
    }
    const rows = [...list.querySelectorAll<HTMLElement>(".item")];
    if (act(event.key, rows)) {
      event.preventDefault();
    }
  });
  list.addEventListener("focusin", (event) => {
    if (event.target instanceof Element) {
      mark(event.target.closest(".item"));
    }
  });
}

function act(key: string, rows: readonly HTMLElement[]): boolean {
  const place = rows.findIndex((row) => row.classList.contains("item-here"));
  switch (key) {
    case "j":
      return go(rows[Math.min(place + 1, rows.length - 1)]);
    case "k":
      return go(rows[Math.max(place - 1, 0)]);
    case "x":
      return tick(rows[place]);
    default:
      return false;
  }
}

function go(row: HTMLElement | undefined): boolean {
  row?.querySelector<HTMLElement>(".item-subject")?.focus();
  row?.scrollIntoView({ block: "nearest" });
  return row !== undefined;
}

function tick(row: HTMLElement | undefined): boolean {
  const box = row?.querySelector<HTMLInputElement>("input[type=checkbox]");
  box?.click();
  return box !== null && box !== undefined;
}

function mark(row: Element | null): void {
  row?.parentElement?.querySelector(".item-here")?.classList.remove("item-here");
  row?.classList.add("item-here");
}
