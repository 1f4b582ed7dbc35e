/** Asks before leaving a form with something typed that was not sent. */
export function startUnsaved(form: HTMLElement): void {
  let isDirty = false;
  form.addEventListener("input", () => {
    isDirty = true;
  });
  form.addEventListener("secretariat:saved", () => {
    isDirty = false;
  });
  form.addEventListener("submit", () => {
    isDirty = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (isDirty && form.isConnected) {
      event.preventDefault();
    }
  });
}
