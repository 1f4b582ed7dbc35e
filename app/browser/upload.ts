import { replacePage } from "./replace-page.ts";
import { say } from "./page.ts";
import { sendInPieces, worthPieces } from "./resumable.ts";

/** Sends a form with files while showing how far it is; what comes back takes the page's place. */
export function startUpload(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) {
    return;
  }
  form.addEventListener("submit", (event) => {
    const files = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")];
    if (!event.defaultPrevented && files.some((input) => (input.files?.length ?? 0) > 0)) {
      event.preventDefault();
      void deliver(form, event.submitter);
    }
  });
}

/** Large files go ahead piece by piece; the form then names them in place of bringing them. */
async function deliver(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const body = new FormData(form, submitter);
  try {
    for (const input of form.querySelectorAll<HTMLInputElement>("input[type=file]")) {
      await sendAhead(form, body, input);
    }
    send(form, submitter, body);
  } catch (error) {
    fail(form, error instanceof Error ? error.message : "");
  }
}

async function sendAhead(
  form: HTMLFormElement,
  body: FormData,
  input: HTMLInputElement,
): Promise<void> {
  const files = [...(input.files ?? [])];
  if (files.every(({ size }) => size < worthPieces)) {
    return;
  }
  body.delete(input.name);
  for (const file of files) {
    body.append("_uploads", await sendInPieces({ file, show: (share) => show(form, share) }));
  }
}

function send(form: HTMLFormElement, submitter: HTMLElement | null, body: FormData): void {
  const request = new XMLHttpRequest();
  const target = submitter?.getAttribute("formaction") ?? form.action;
  request.open("POST", target);
  request.setRequestHeader("accept", "text/html");
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    show(form, (loaded / total) * 100);
  });
  request.addEventListener("load", () => replacePage(request.responseText, request.responseURL));
  request.addEventListener("error", () => fail(form, ""));
  request.send(body);
}

function show(form: HTMLFormElement, share: number): void {
  for (const bar of form.querySelectorAll("progress")) {
    bar.hidden = false;
    bar.value = share;
  }
}

function fail(form: HTMLFormElement, reason: string): void {
  const sentence = reason === "" || /^\d+$/.test(reason) ? (form.dataset["lost"] ?? "") : reason;
  form.dispatchEvent(new Event("secretariat:failed"));
  say(sentence);
  const words = document.createElement("p");
  words.className = "flash flash-error";
  words.textContent = sentence;
  form.prepend(words);
}
