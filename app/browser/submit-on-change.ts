/** A choice takes effect as soon as it is made; the button is for those without script. */
export function startSubmitOnChange(form: HTMLElement): void {
  form.addEventListener("change", () => {
    if (form instanceof HTMLFormElement) {
      form.requestSubmit();
    }
  });
}
