import { fetchInto } from "./htmx.ts";
import { say } from "./page.ts";

/** A text field, and the list of answers that hangs under it. */
export interface Parts {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
}

interface Combobox extends Parts {
  /** Answers `?q=` with the items of the list. */
  readonly address: string;
  readonly label: string;
  /** Which items of the list can be taken. */
  readonly options: string;
  /** So many signs are asked for at the least. */
  readonly least: number;
  /** Enter takes the first at once; else it stays Enter until an arrow was pressed. */
  readonly isFirstPointed: boolean;
  /** What is said where nothing was found; without it the list stays away. */
  readonly none?: string;
  readonly typed?: () => void;
  readonly take: (option: HTMLElement) => void;
}

const pause = 150;

/** Offers what the server knows while one types; arrows, Enter, Escape and the mouse choose from it. */
export function startCombobox(combobox: Combobox): void {
  const { input, list } = combobox;
  prepare(combobox);
  let timer: number | undefined;
  input.addEventListener("input", () => {
    combobox.typed?.();
    clearTimeout(timer);
    timer = window.setTimeout(() => void offer(combobox), pause);
  });
  input.addEventListener("keydown", (event) => onKey(event, combobox));
  input.addEventListener("blur", () => closeList(combobox));
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest(combobox.options) : null;
    take(combobox, option);
  });
}

export function closeList({ input, list }: Parts): void {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function prepare({ input, list, label }: Combobox): void {
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
}

async function offer(combobox: Combobox): Promise<void> {
  const { address, input, list, least } = combobox;
  const text = input.value.trim();
  if (text.length < least) {
    closeList(combobox);
    return;
  }
  await fetchInto(`${address}?${new URLSearchParams({ q: text })}`, list);
  if (input.value.trim() === text && document.activeElement === input) {
    open(combobox);
  }
}

function open(combobox: Combobox): void {
  const { input, list, none } = combobox;
  const options = optionsOf(combobox);
  options.forEach((option, index) => {
    option.id = `${list.id}-${index}`;
  });
  if (options.length === 0 && none !== undefined) {
    sayNone(list, none);
  }
  list.hidden = options.length === 0 && none === undefined;
  input.setAttribute("aria-expanded", String(!list.hidden));
  if (combobox.isFirstPointed) {
    point(input, options, 0);
  } else {
    list.scrollIntoView({ block: "nearest" });
  }
}

function sayNone(list: HTMLElement, none: string): void {
  const words = document.createElement("li");
  words.className = "lookup-none";
  words.setAttribute("role", "option");
  words.setAttribute("aria-disabled", "true");
  words.textContent = none;
  list.replaceChildren(words);
  say(none);
}

function onKey(event: KeyboardEvent, combobox: Combobox): void {
  const { input, list, isFirstPointed } = combobox;
  const options = optionsOf(combobox);
  const place = options.findIndex((option) => option.ariaSelected === "true");
  if (list.hidden) {
    return;
  }
  switch (event.key) {
    case "ArrowDown":
      point(input, options, Math.min(place + 1, options.length - 1));
      break;
    case "ArrowUp":
      point(input, options, Math.max(place - 1, 0));
      break;
    case "Escape":
      closeList(combobox);
      break;
    case "Enter":
      if (place === -1 && !isFirstPointed) {
        return;
      }
      take(combobox, options[place] ?? null);
      break;
    default:
      return;
  }
  event.preventDefault();
}

function optionsOf({ list, options }: Combobox): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(options)];
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

function take(combobox: Combobox, option: Element | null): void {
  if (option instanceof HTMLElement) {
    combobox.take(option);
  }
}
