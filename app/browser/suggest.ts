import { fetchInto } from "./htmx.ts";

const pause = 150;

interface Parts {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly address: string;
}

/** A line that offers what is known while one types; what is taken fills several fields of the form. */
export function startSuggest(element: HTMLElement): void {
  const form = element.closest("form");
  const input = element.querySelector("input");
  const list = element.querySelector("ul");
  if (!form || !input || !list) {
    return;
  }
  const parts = { form, input, list, address: element.dataset["suggest"] ?? "" };
  prepare(parts, element.dataset["list"] ?? "");
  let timer: number | undefined;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void offer(parts), pause);
  });
  input.addEventListener("keydown", (event) => onKey(event, parts));
  input.addEventListener("blur", () => close(parts));
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest("[data-fill]") : null;
    take(parts, option);
  });
}

function prepare({ input, list }: Parts, label: string): void {
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
}

async function offer(parts: Parts): Promise<void> {
  const { address, input, list } = parts;
  const text = input.value.trim();
  if (text.length < 2) {
    close(parts);
    return;
  }
  await fetchInto(`${address}?${new URLSearchParams({ q: text })}`, list);
  if (input.value.trim() === text && document.activeElement === input) {
    open(parts);
  }
}

function open({ input, list }: Parts): void {
  const options = optionsOf(list);
  options.forEach((option, index) => {
    option.id = `${list.id}-${index}`;
  });
  list.hidden = options.length === 0;
  list.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-expanded", String(options.length > 0));
}

function close({ input, list }: Parts): void {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

/** Nothing is pointed at until an arrow is pressed: Enter on a new name stays Enter. */
function onKey(event: KeyboardEvent, parts: Parts): void {
  const options = optionsOf(parts.list);
  const place = options.findIndex((option) => option.ariaSelected === "true");
  if (parts.list.hidden) {
    return;
  }
  switch (event.key) {
    case "ArrowDown":
      point(parts.input, options, Math.min(place + 1, options.length - 1));
      break;
    case "ArrowUp":
      point(parts.input, options, Math.max(place - 1, 0));
      break;
    case "Escape":
      close(parts);
      break;
    case "Enter":
      if (place === -1) {
        return;
      }
      take(parts, options[place] ?? null);
      break;
    default:
      return;
  }
  event.preventDefault();
}

function optionsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[data-fill]")];
}

function point(input: HTMLInputElement, options: readonly HTMLElement[], place: number): void {
  options.forEach((option, index) => {
    option.ariaSelected = String(index === place);
  });
  const pointed = options[place];
  if (pointed) {
    input.setAttribute("aria-activedescendant", pointed.id);
    pointed.scrollIntoView({ block: "nearest" });
  }
}

function take(parts: Parts, option: Element | null): void {
  const given = option instanceof HTMLElement ? option.dataset["fill"] : undefined;
  if (given === undefined) {
    return;
  }
  const values = JSON.parse(given) as Readonly<Record<string, string | null>>;
  for (const [name, value] of Object.entries(values)) {
    fill(parts.form.elements.namedItem(name), value ?? "");
  }
  close(parts);
}

/** What it fills in is seen: a folded part that received something opens. */
function fill(field: unknown, value: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) {
    return;
  }
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  const folded = field.closest("details");
  if (folded && value !== "") {
    folded.open = true;
  }
}
