import { closeList, startCombobox, type Parts } from "./combobox.ts";

interface Line extends Parts {
  readonly form: HTMLFormElement;
}

/** A line that offers what is known while one types; what is taken fills several fields of the form. */
export function startSuggest(element: HTMLElement): void {
  const form = element.closest("form");
  const input = element.querySelector("input");
  const list = element.querySelector("ul");
  if (!form || !input || !list) {
    return;
  }
  const line = { form, input, list };
  startCombobox({
    ...line,
    address: element.dataset["suggest"] ?? "",
    label: element.dataset["list"] ?? "",
    options: "[data-fill]",
    least: 2,
    isFirstPointed: false,
    take: (option) => take(line, option),
  });
}

function take(line: Line, option: HTMLElement): void {
  const given = option.dataset["fill"];
  if (given === undefined) {
    return;
  }
  const values = JSON.parse(given) as Readonly<Record<string, string | null>>;
  for (const [name, value] of Object.entries(values)) {
    fill(line.form.elements.namedItem(name), value ?? "");
  }
  closeList(line);
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
