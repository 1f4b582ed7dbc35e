import { fetchInto } from "./htmx.ts";
import { say } from "./page.ts";

interface Find {
  readonly value: string;
  readonly label: string;
}

interface Parts {
  readonly input: HTMLInputElement;
  readonly select: HTMLSelectElement;
  readonly list: HTMLElement;
}

const pause = 150;

/** A combobox over an address: the list comes from the server, the choice lies in the select beneath. */
export function startLookup(lookup: HTMLElement): void {
  const parts = partsOf(lookup);
  if (!parts) {
    return;
  }
  prepare(parts);
  showChosen(lookup, parts);
  let timer: number | undefined;
  parts.input.addEventListener("input", () => {
    forget(parts);
    clearTimeout(timer);
    timer = window.setTimeout(() => void find(lookup, parts), pause);
  });
  parts.input.addEventListener("keydown", (event) => onKey(event, lookup, parts));
  parts.input.addEventListener("blur", () => close(parts));
  parts.list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    take(lookup, option);
  });
}

/** Chooses for a lookup from outside, as its chips do. */
export function choose(lookup: HTMLElement, find: Find): void {
  const parts = partsOf(lookup);
  if (!parts) {
    return;
  }
  const { select } = parts;
  const option =
    [...select.options].find(({ value }) => value === find.value) ??
    select.appendChild(new Option(find.label, find.value));
  option.selected = true;
  close(parts);
  showChosen(lookup, parts);
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

function partsOf(lookup: HTMLElement): Parts | undefined {
  const input = lookup.querySelector<HTMLInputElement>("input[type=text]");
  const select = lookup.querySelector("select");
  const list = lookup.querySelector<HTMLElement>(".lookup-list");
  return input && select && list ? { input, select, list } : undefined;
}

function prepare({ input, list }: Parts): void {
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels?.[0]?.textContent.trim() ?? "");
}

/** Text that was changed after a choice is no longer that choice. */
function forget({ select }: Parts): void {
  if (!select.multiple) {
    select.value = "";
  }
}

async function find(lookup: HTMLElement, parts: Parts): Promise<void> {
  const { input, list } = parts;
  const text = input.value.trim();
  if (text === "") {
    close(parts);
    return;
  }
  const address = `${lookup.dataset["url"] ?? ""}?${new URLSearchParams({ q: text })}`;
  await fetchInto(address, list);
  if (input.value.trim() !== text || document.activeElement !== input) {
    return;
  }
  open(parts, lookup.dataset["none"] ?? "");
}

function open({ input, list }: Parts, none: string): void {
  const options = [...list.querySelectorAll<HTMLElement>("[role=option]")];
  options.forEach((option, index) => {
    option.id = `${list.id}-${index}`;
  });
  if (options.length === 0) {
    const words = document.createElement("li");
    words.className = "lookup-none";
    words.setAttribute("role", "option");
    words.setAttribute("aria-disabled", "true");
    words.textContent = none;
    list.replaceChildren(words);
    say(none);
  }
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  point(input, options, 0);
}

function close({ input, list }: Parts): void {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function onKey(event: KeyboardEvent, lookup: HTMLElement, parts: Parts): void {
  const options = [...parts.list.querySelectorAll<HTMLElement>("[data-value]")];
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
    case "Enter":
      take(lookup, options[place] ?? null);
      break;
    case "Escape":
      close(parts);
      break;
    default:
      return;
  }
  event.preventDefault();
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

function take(lookup: HTMLElement, option: Element | null): void {
  const { label, value } = option instanceof HTMLElement ? option.dataset : {};
  if (label !== undefined && value !== undefined) {
    choose(lookup, { value, label });
  }
}

/** A single choice stands in the field itself; several stand under it, each removable. */
function showChosen(lookup: HTMLElement, { input, select }: Parts): void {
  const chosen = [...select.selectedOptions].filter(({ value }) => value !== "");
  if (!select.multiple) {
    input.value = chosen[0]?.text ?? input.value;
    return;
  }
  input.value = "";
  lookup.querySelector(".lookup-chosen")?.remove();
  const chips = document.createElement("div");
  chips.className = "lookup-chosen";
  chips.append(...chosen.map((option) => removable(lookup, option)));
  lookup.append(chips);
}

function removable(lookup: HTMLElement, option: HTMLOptionElement): HTMLElement {
  const chip = document.createElement("button");
  chip.type = "button";
  chip.className = "chip";
  chip.textContent = `${option.text} ✕`;
  chip.setAttribute("aria-label", `${option.text}: ${lookup.dataset["remove"] ?? ""}`);
  chip.addEventListener("click", () => {
    option.selected = false;
    const parts = partsOf(lookup);
    if (parts) {
      showChosen(lookup, parts);
      parts.input.focus();
    }
  });
  return chip;
}
