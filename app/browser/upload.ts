import { replacePage } from "./replace-page.ts";
import { say } from "./page.ts";

/** Sends a form with files while showing how far it is; what comes back takes the page's place. */
export function startUpload(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) {
    return;
  }
  form.addEventListener("submit", (event) => {
    const files = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")];
    if (!event.defaultPrevented && files.some((input) => (input.files?.length ?? 0) > 0)) {
      event.preventDefault();
      send(form, event.submitter);
    }
  });
}

function send(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const request = new XMLHttpRequest();
  const target = submitter?.getAttribute("formaction") ?? form.action;
  request.open("POST", target);
  request.setRequestHeader("accept", "text/html");
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    show(form, (loaded / total) * 100);
  });
  request.addEventListener("load", () => replacePage(request.responseText, request.responseURL));
  request.addEventListener("error", () => fail(form));
  request.send(new FormData(form, submitter));
}

function show(form: HTMLFormElement, share: number): void {
  for (const bar of form.querySelectorAll("progress")) {
    bar.hidden = false;
    bar.value = share;
  }
}

function fail(form: HTMLFormElement): void {
  form.dispatchEvent(new Event("secretariat:failed"));
  say(form.dataset["lost"] ?? "");
  const words = document.createElement("p");
  words.className = "flash flash-error";
  words.textContent = form.dataset["lost"] ?? "";
  form.prepend(words);
}
