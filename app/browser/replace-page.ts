import { adopt } from "./htmx.ts";

/** Puts a whole page that was fetched in place of the present one, under its own address. */
export function replacePage(html: string, address: string): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.title = page.title;
  history.pushState({}, "", address);
  document.body.replaceWith(document.adoptNode(page.body));
  loadMissingScripts(page);
  adopt(document.body);
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>("[data-enhance~=focus], main")?.focus();
}

function loadMissingScripts(page: Document): void {
  for (const script of page.querySelectorAll<HTMLScriptElement>("head script[src]")) {
    const source = script.getAttribute("src") ?? "";
    if (!document.head.querySelector(`script[src="${CSS.escape(source)}"]`)) {
      const fresh = document.createElement("script");
      fresh.type = "module";
      fresh.src = source;
      document.head.append(fresh);
    }
  }
}

window.addEventListener("popstate", () => location.reload());
