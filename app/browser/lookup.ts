import { closeList, startCombobox, type Parts } from "./combobox.ts";

interface Find {
  readonly value: string;
  readonly label: string;
}

interface LookupParts extends Parts {
  readonly select: HTMLSelectElement;
}

/** A combobox over an address: the list comes from the server, the choice lies in the select beneath. */
export function startLookup(lookup: HTMLElement): void {
  const parts = partsOf(lookup);
  if (!parts) {
    return;
  }
  const { input, list } = parts;
  startCombobox({
    input,
    list,
    address: lookup.dataset["url"] ?? "",
    label: input.labels?.[0]?.textContent.trim() ?? "",
    options: "[data-value]",
    least: 1,
    isFirstPointed: true,
    none: lookup.dataset["none"] ?? "",
    typed: () => forget(parts),
    take: (option) => take(lookup, option),
  });
  showChosen(lookup, parts);
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
  closeList(parts);
  showChosen(lookup, parts);
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

function partsOf(lookup: HTMLElement): LookupParts | undefined {
  const input = lookup.querySelector<HTMLInputElement>("input[type=text]");
  const select = lookup.querySelector("select");
  const list = lookup.querySelector<HTMLElement>(".lookup-list");
  return input && select && list ? { input, select, list } : undefined;
}

/** Text that was changed after a choice is no longer that choice. */
function forget({ select }: LookupParts): void {
  if (!select.multiple) {
    select.value = "";
  }
}

function take(lookup: HTMLElement, { dataset: { label, value } }: HTMLElement): void {
  if (label !== undefined && value !== undefined) {
    choose(lookup, { value, label });
  }
}

/** A single choice stands in the field itself; several stand under it, each removable. */
function showChosen(lookup: HTMLElement, { input, select }: LookupParts): void {
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
