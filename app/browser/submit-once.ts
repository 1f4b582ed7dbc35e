import { say } from "./page.ts";

/** A form is sent once; while it is under way its buttons rest and it says that it works. */
export function startSubmitOnce(form: HTMLElement): void {
  let isUnderWay = false;
  form.addEventListener("submit", (event) => {
    if (isUnderWay) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    isUnderWay = true;
    rest(form, true);
    say(form.dataset["sending"] ?? "");
  });
  const wake = (): void => {
    isUnderWay = false;
    rest(form, false);
  };
  form.addEventListener("secretariat:failed", wake);
  window.addEventListener("pageshow", wake);
}

/** `aria-disabled`, not `disabled`: a disabled button would not send its own name and value. */
function rest(form: HTMLElement, isResting: boolean): void {
  form.classList.toggle("form-working", isResting);
  for (const button of form.querySelectorAll("button")) {
    if (isResting) {
      button.setAttribute("aria-disabled", "true");
    } else {
      button.removeAttribute("aria-disabled");
    }
  }
}
