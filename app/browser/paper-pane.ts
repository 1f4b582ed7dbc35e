import { adopt } from "./htmx.ts";

/**
 * Opens a paper or page beside the notes without leaving them: what one reads or writes on the left
 * stays as it is. Whatever goes wrong, the link is followed.
 */
export function startPaperPane(pane: HTMLElement): void {
  const split = pane.closest<HTMLElement>(".split");
  if (!split || split.dataset["papers"] !== undefined) {
    return;
  }
  split.dataset["papers"] = "";
  split.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link && opensPaper(link) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      turnTo(split, link.href).catch(() => location.assign(link.href));
    }
  });
}

/** A link to a paper or page of this same file. */
function opensPaper(link: HTMLAnchorElement): boolean {
  const { hash, pathname, search } = new URL(link.href, location.href);
  return hash === "#paper" && pathname === location.pathname && /[?&](page|paper)=/.test(search);
}

async function turnTo(split: HTMLElement, address: string): Promise<void> {
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const before = split.querySelector<HTMLElement>(".file-papers");
  const after = page.querySelector<HTMLElement>(".file-papers");
  if (!answer.ok || answer.redirected || !before || !after) {
    location.assign(address);
    return;
  }
  put(after, before);
  history.replaceState({}, "", address);
  split.querySelector<HTMLElement>('.split-tabs [data-side="right"]')?.click();
  after.querySelector<HTMLElement>(".papers [aria-current]")?.focus({ preventScroll: true });
  after.querySelector("#paper")?.scrollIntoView({ block: "nearest" });
}

/** Puts one pane in the place of the other; the contents list stays where it was scrolled to. */
function put(after: HTMLElement, before: HTMLElement): void {
  const place = before.querySelector(".papers")?.scrollTop ?? 0;
  before.replaceWith(after);
  after.querySelector(".papers")?.scrollTo({ top: place });
  adopt(after);
}
