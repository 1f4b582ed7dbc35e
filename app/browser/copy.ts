import { say } from "./page.ts";

/** Copies `data-copy` and says so in the button itself. */
export function startCopy(button: HTMLElement): void {
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(button.dataset["copy"] ?? "").then(() => {
      const words = button.dataset["copied"] ?? "";
      button.textContent = words;
      say(words);
    });
  });
}
