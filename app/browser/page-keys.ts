import { isTyping } from "./page.ts";

/** Keys of every page: `/` goes to the search box, `?` lists the keys, a letter presses its button. */
export function startPageKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isTyping(event)) {
      return;
    }
    const handled = act(event.key);
    if (handled) {
      event.preventDefault();
    }
  });
}

function act(key: string): boolean {
  if (key === "/") {
    return goToSearch();
  }
  if (key === "?") {
    document.querySelector<HTMLDialogElement>("#keys-help")?.showModal();
    return true;
  }
  return /^[a-z]$/.test(key) && press(key);
}

function goToSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>("#search");
  search?.focus();
  search?.select();
  return search !== null;
}

/** Presses the one visible button that carries the key. */
function press(key: string): boolean {
  const buttons = document.querySelectorAll<HTMLElement>(`[data-shortcut="${key}"]`);
  const button = [...buttons].find((one) => one.offsetParent !== null);
  button?.click();
  return button !== undefined;
}
