import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { say } from "./page.ts";

type Asked<Start extends (options: { optionsJSON: never }) => unknown> =
  Parameters<Start>[0]["optionsJSON"];

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("button[data-passkey]");
  if (button instanceof HTMLButtonElement) {
    void askFor(button);
  }
});

/** Asks the browser, puts its answer into the form, and sends that. */
async function askFor(button: HTMLButtonElement): Promise<void> {
  const { form } = button;
  const field = form?.elements.namedItem("passkey");
  if (!form || !(field instanceof HTMLInputElement)) {
    return;
  }
  button.disabled = true;
  try {
    field.value = JSON.stringify(await answerOf(button.dataset));
    form.requestSubmit();
  } catch {
    tell(button);
  } finally {
    button.disabled = false;
  }
}

function answerOf({ passkey, asked = "{}" }: DOMStringMap): Promise<object> {
  const options: unknown = JSON.parse(asked);
  return passkey === "make"
    ? startRegistration({ optionsJSON: options as Asked<typeof startRegistration> })
    : startAuthentication({ optionsJSON: options as Asked<typeof startAuthentication> });
}

/** Whoever cancels, or has no passkey here, is told beside the button. */
function tell(button: HTMLButtonElement): void {
  const words = button.dataset["failed"] ?? "";
  const place = button.parentElement?.querySelector("[data-passkey-failed]") ?? newPlace(button);
  place.textContent = words;
  say(words);
}

function newPlace(button: HTMLButtonElement): Element {
  const place = document.createElement("p");
  place.dataset["passkeyFailed"] = "";
  place.className = "quiet";
  button.after(place);
  return place;
}
