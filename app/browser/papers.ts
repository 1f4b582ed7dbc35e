import { fetchInto } from "./htmx.ts";
import { csrfToken, say } from "./page.ts";
import { sendInPieces, worthPieces } from "./resumable.ts";

interface Side {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly box: HTMLElement;
  readonly address: string;
}

/**
 * Uploads documents as soon as they are chosen and shows them beside the form, which goes on being
 * filled in meanwhile. A form sent during an upload waits for its end.
 */
export function startPapers(element: HTMLElement): void {
  const side = sideOf(element);
  if (!side) {
    return;
  }
  let underWay: Promise<void> | undefined;
  side.input.addEventListener("change", () => {
    underWay = takeAll(side).finally(() => {
      underWay = undefined;
    });
  });
  side.box.addEventListener("click", (event) => onClick(event, side));
  const hold = (event: SubmitEvent): void => {
    if (underWay) {
      event.preventDefault();
      event.stopImmediatePropagation();
      void underWay.then(() => side.form.requestSubmit(event.submitter));
    }
  };
  side.form.addEventListener("submit", hold, { capture: true });
}

function sideOf(element: HTMLElement): Side | undefined {
  const form = element.closest("form");
  const input = element.querySelector<HTMLInputElement>("input[type=file]");
  const box = element.querySelector<HTMLElement>("[data-papers-box]");
  const address = element.dataset["papers"];
  return form && input && box && address !== undefined ? { form, input, box, address } : undefined;
}

async function takeAll(side: Side): Promise<void> {
  const chosen = [...(side.input.files ?? [])];
  side.input.value = "";
  refuse(side, "");
  for (const file of chosen) {
    try {
      const id = await upload(side, file);
      await showPapers(side, [...idsOf(side), id], id);
    } catch (error) {
      refuse(side, error instanceof Error ? error.message : "");
    }
  }
  focusNext(side);
}

/** A large scan goes ahead piece by piece, so that a broken link costs a piece and not the scan. */
async function upload(side: Side, file: File): Promise<string> {
  const body = new FormData();
  if (file.size < worthPieces) {
    body.append("files", file);
  } else {
    const show = (share: number): void => showShare(side, share);
    body.append("_uploads", await sendInPieces({ file, show }));
  }
  return send(side, body);
}

function showShare({ form }: Side, share: number): void {
  const bar = form.querySelector("progress");
  if (bar) {
    bar.hidden = false;
    bar.value = share;
  }
}

function send(side: Side, body: FormData): Promise<string> {
  const request = new XMLHttpRequest();
  const bar = side.form.querySelector("progress");
  request.open("POST", "/documents");
  request.setRequestHeader("accept", "application/json");
  request.setRequestHeader("x-csrf-token", csrfToken());
  request.upload.addEventListener("progress", ({ loaded, total }) =>
    showShare(side, (loaded / total) * 100),
  );
  return new Promise((resolve, reject) => {
    const lost = (): void => reject(new Error(side.form.dataset["lost"]));
    request.addEventListener("error", lost);
    request.addEventListener("loadend", () => {
      if (bar) {
        bar.hidden = true;
      }
    });
    request.addEventListener("load", () => {
      const answer = read(request.responseText);
      const [document] = answer.documents ?? [];
      if (request.status < 300 && document) {
        resolve(document.id);
      } else {
        reject(new Error(answer.errors?.[0]?.words ?? answer.title ?? side.form.dataset["lost"]));
      }
    });
    request.send(body);
  });
}

interface Uploaded {
  readonly documents?: readonly { readonly id: string }[];
  readonly title?: string;
  readonly errors?: readonly { readonly words: string }[];
}

function read(text: string): Uploaded {
  try {
    return JSON.parse(text) as Uploaded;
  } catch {
    return {};
  }
}

function onClick(event: Event, side: Side): void {
  const target = event.target instanceof Element ? event.target : null;
  const removed = target?.closest<HTMLElement>("[data-remove]")?.dataset["remove"];
  const shown = target?.closest<HTMLElement>("[data-show]")?.dataset["show"];
  if (removed === undefined && shown === undefined) {
    return;
  }
  event.preventDefault();
  const ids = idsOf(side).filter((id) => id !== removed);
  void showPapers(side, ids, shown);
}

function showPapers(side: Side, ids: readonly string[], shown?: string): Promise<void> {
  const query = new URLSearchParams(ids.map((id) => ["documentIds", id]));
  if (shown !== undefined) {
    query.set("shown", shown);
  }
  side.form.dispatchEvent(new Event("input", { bubbles: true }));
  return fetchInto(`${side.address}?${query}`, side.box);
}

function idsOf({ box }: Side): string[] {
  return [...box.querySelectorAll<HTMLInputElement>("input[name=documentIds]")].map(
    ({ value }) => value,
  );
}

function refuse({ form }: Side, words: string): void {
  const line = form.querySelector<HTMLElement>("[data-papers-refusal]");
  if (line) {
    line.textContent = words;
    line.hidden = words === "";
  }
  say(words);
}

/** With the letter in sight the hands go on in the first field beside it. */
function focusNext({ box, form, input }: Side): void {
  const isIdle = document.activeElement === input || document.activeElement === document.body;
  const next = form.querySelector<HTMLElement>("[data-first-entry] :is(input, select)");
  if (isIdle && box.querySelector("input[name=documentIds]")) {
    next?.focus();
  }
}
