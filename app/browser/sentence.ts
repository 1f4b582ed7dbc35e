/** Keeps a sentence true to what is chosen in its form. */
export function startSentence(sentence: HTMLElement): void {
  const form = sentence.closest("form");
  const words = sentence.dataset["words"] ?? "";
  const needs = (sentence.dataset["needs"] ?? "").split(" ");
  if (!form) {
    return;
  }
  const show = (): void => {
    sentence.hidden = needs.some((name) => saidBy(form, name) === "");
    sentence.textContent = words
      .replace(/\{(\w+)\}/g, (_gap, name: string) => saidBy(form, name))
      .replace(/( · )+$/, "");
  };
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();
}

/** The words a reader sees as the value of a field. By its name alone: a lookup's text carries it as id. */
function saidBy(form: HTMLFormElement, name: string): string {
  const named = `[name="${CSS.escape(name)}"]`;
  const field = form.querySelector(named);
  if (field instanceof HTMLSelectElement) {
    return [...field.selectedOptions]
      .filter(({ value }) => value !== "")
      .map(({ text }) => text)
      .join(", ");
  }
  if (field instanceof HTMLInputElement && field.type === "radio") {
    const chosen = form.querySelector<HTMLInputElement>(`${named}:checked`);
    return chosen?.labels?.[0]?.textContent.trim() ?? "";
  }
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    ? field.value
    : "";
}
