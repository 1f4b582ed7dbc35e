import { csrfToken } from "./page.ts";

const pause = 3000;

/**
 * Posts a form to `data-autosave` a few seconds after the last change. Until the server has
 * acknowledged it, what was typed also lies in this browser and is put back when the page returns.
 */
export function startAutosave(form: HTMLElement): void {
  const address = form.dataset["autosave"];
  if (!(form instanceof HTMLFormElement) || address === undefined) {
    return;
  }
  const key = `unsaved:${address}`;
  let timer: number | undefined;
  restore(form, key);
  form.addEventListener("input", () => {
    localStorage.setItem(key, JSON.stringify(textsOf(form)));
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(form, address, key), pause);
  });
}

async function save(form: HTMLFormElement, address: string, key: string): Promise<void> {
  const sent = JSON.stringify(textsOf(form));
  const answer = await fetch(address, {
    method: "POST",
    headers: { "x-csrf-token": csrfToken(), accept: "application/json" },
    body: new URLSearchParams(textsOf(form)),
  }).catch(() => undefined);
  if (answer?.ok === true && localStorage.getItem(key) === sent) {
    localStorage.removeItem(key);
    form.dispatchEvent(new Event("secretariat:saved"));
  }
}

function restore(form: HTMLFormElement, key: string): void {
  const kept = localStorage.getItem(key);
  if (kept === null) {
    return;
  }
  for (const [name, value] of Object.entries(JSON.parse(kept) as Record<string, string>)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.value = value;
    }
  }
}

/** The texts of a form, without its own hidden fields. */
function textsOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    [...new FormData(form)].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === "string" && !entry[0].startsWith("_"),
    ),
  );
}
