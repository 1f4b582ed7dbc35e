import { say } from "./page.ts";

/** Counts the ticked rows beside the buttons that act on them. */
export function startBulk(form: HTMLElement): void {
  const count = form.querySelector<HTMLElement>(".bulk-count");
  form.addEventListener("change", () => {
    const ticked = form.querySelectorAll(".item input:checked").length;
    form.classList.toggle("bulk-active", ticked > 0);
    if (count) {
      count.textContent = (count.dataset["words"] ?? "").replace("{count}", String(ticked));
      say(count.textContent);
    }
  });
}
