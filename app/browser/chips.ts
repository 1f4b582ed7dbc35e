import { choose } from "./lookup.ts";

/** One tap on a chip fills the field it belongs to. */
export function startChips(chips: HTMLElement): void {
  chips.hidden = false;
  chips.addEventListener("click", (event) => {
    const chip = event.target instanceof Element ? event.target.closest("button") : null;
    const form = chips.closest("form");
    const target = form?.elements.namedItem(chips.dataset["target"] ?? "");
    if (chip && target instanceof Element) {
      fill(target, chip.dataset["value"] ?? "", chip.textContent.trim());
    }
  });
}

function fill(target: Element, value: string, label: string): void {
  const lookup = target.closest<HTMLElement>(".lookup");
  if (lookup) {
    choose(lookup, { value, label });
  } else if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    target.value = value;
    target.dispatchEvent(new Event("input", { bubbles: true }));
    target.focus();
  } else if (target instanceof HTMLSelectElement) {
    target.value = value;
    target.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
