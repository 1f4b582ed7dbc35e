import { adopt } from "./htmx.ts";

/** Opens the page behind a link beside the present one; whatever goes wrong, the link is followed. */
export function startDrawer(link: HTMLElement): void {
  link.addEventListener("click", (event) => {
    if (link instanceof HTMLAnchorElement && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      open(link.href).catch(() => location.assign(link.href));
    }
  });
}

async function open(address: string): Promise<void> {
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const content = page.querySelector<HTMLElement>("[data-drawer]");
  if (!answer.ok || answer.redirected || !content) {
    location.assign(address);
    return;
  }
  const drawer = makeDrawer();
  drawer.append(document.adoptNode(content));
  document.body.append(drawer);
  drawer.showModal();
  adopt(content);
  content.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
}

function makeDrawer(): HTMLDialogElement {
  const drawer = document.createElement("dialog");
  drawer.className = "drawer";
  drawer.append(closeForm());
  drawer.addEventListener("close", () => drawer.remove());
  drawer.addEventListener("click", (event) => {
    if (event.target === drawer) {
      drawer.close();
    }
  });
  return drawer;
}

function closeForm(): Node {
  const template = document.querySelector<HTMLTemplateElement>("#drawer-close");
  return template ? document.importNode(template.content, true) : document.createTextNode("");
}
