/** Says the chosen day beside its field as offices write it, whatever order the browser shows. */
export function startDate(field: HTMLElement): void {
  const input = field.querySelector("input");
  const said = field.querySelector("output");
  input?.addEventListener("input", () => {
    if (said) {
      said.value = input.value.split("-").toReversed().join(".");
    }
  });
}
