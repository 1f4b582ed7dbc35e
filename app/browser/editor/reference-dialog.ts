import type { EditorView } from "prosemirror-view";
import type { EditorWords } from "../../writing/editor-words.ts";
import { writingSchema } from "../../writing/schema.ts";
import { findReferences } from "./find-references.ts";
import type { Found } from "./find-references.ts";
import { make } from "./make.ts";

/** Asks for a reference and puts it in at the cursor; without a choice, `otherwise` is typed instead. */
export type Refer = (view: EditorView, otherwise?: string) => void;

export function referenceDialog(words: EditorWords, url: string): Refer {
  return (view, otherwise = "") => {
    const parts = dialogParts(words);
    document.body.append(parts.dialog);
    const chosen: { reference?: Found } = {};
    const choose = (reference: Found) => {
      chosen.reference = reference;
      parts.dialog.close();
    };
    watchSearch({ ...parts, words, url, choose });
    parts.dialog.addEventListener("close", () => {
      parts.dialog.remove();
      insert(view, chosen.reference, otherwise);
      view.focus();
    });
    parts.dialog.showModal();
    void search({ ...parts, words, url, choose });
  };
}

function insert(view: EditorView, found: Found | undefined, otherwise: string): void {
  const { tr } = view.state;
  if (found) {
    const { kind, target, label } = found;
    const node = writingSchema.nodes.reference.create({ kind, target, label });
    view.dispatch(tr.replaceSelectionWith(node, true).insertText(" ").scrollIntoView());
  } else if (otherwise) {
    view.dispatch(tr.insertText(otherwise));
  }
}

interface Parts {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
  readonly list: HTMLUListElement;
  readonly note: HTMLElement;
}

function dialogParts(words: EditorWords): Parts {
  const title = make("h2", { id: "reference-title" }, words.referenceTitle);
  const label = make("label", { for: "reference-search" }, words.referenceSearch);
  const hint = make("p", { id: "reference-hint", class: "field-hint" }, words.referenceHint);
  const input = make("input", {
    id: "reference-search",
    type: "search",
    class: "control",
    autocomplete: "off",
    "aria-describedby": "reference-hint",
  });
  const list = make("ul", { class: "reference-list" });
  const note = make("p", { role: "status" });
  const cancel = make("button", { type: "button" }, words.cancel);
  const dialog = make("dialog", { class: "reference-dialog", "aria-labelledby": title.id });
  dialog.append(title, label, hint, input, note, list, cancel);
  cancel.addEventListener("click", () => dialog.close());
  return { dialog, input, list, note };
}

interface Search extends Parts {
  readonly words: EditorWords;
  readonly url: string;
  readonly choose: (reference: Found) => void;
}

function watchSearch(given: Search): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  given.input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void search(given), 250);
  });
  given.dialog.addEventListener("keydown", (event) => {
    const buttons = [...given.list.querySelectorAll("button")];
    const here = buttons.findIndex((button) => button === document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      (buttons[here + step] ?? given.input).focus();
    } else if (event.key === "Enter" && document.activeElement === given.input) {
      event.preventDefault();
      buttons[0]?.click();
    }
  });
}

async function search({ input, list, note, words, url, choose }: Search): Promise<void> {
  const asked = input.value;
  const found = await findReferences(url, asked);
  if (asked !== input.value) {
    return;
  }
  note.textContent = found
    ? found.length === 0
      ? words.referenceNone
      : ""
    : words.referenceFailed;
  list.replaceChildren(
    ...(found ?? []).map((reference) => {
      const button = make("button", { type: "button" });
      button.append(
        make("span", { class: "reference-kind" }, words[reference.kind]),
        ` ${reference.label}`,
      );
      button.addEventListener("click", () => choose(reference));
      return make("li", {}, button);
    }),
  );
}
