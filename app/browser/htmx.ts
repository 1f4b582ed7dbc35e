import htmx from "htmx.org";
import { startAll } from "./enhance.ts";
import { csrfToken } from "./page.ts";

htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.historyCacheSize = 0;

document.addEventListener("htmx:configRequest", (event) => {
  const { headers, verb } = (
    event as CustomEvent<{ headers: Record<string, string>; verb: string }>
  ).detail;
  if (verb !== "get") {
    headers["x-csrf-token"] = csrfToken();
  }
});

document.addEventListener("htmx:load", (event) => {
  if (event.target instanceof Element) {
    startAll(event.target);
  }
});

/** Fetches a piece of a page and puts it into `target`. A field as source would send its own value along. */
export function fetchInto(address: string, target: HTMLElement): Promise<void> {
  return htmx.ajax("get", address, { target, source: target, swap: "innerHTML" });
}

/** Makes htmx take notice of what was put into the page without it. */
export function adopt(root: HTMLElement): void {
  htmx.process(root);
  startAll(root);
}
