import type { EditorView } from "prosemirror-view";
import type { Autosave } from "./autosave.ts";
import type { Field } from "./field.ts";

interface Given {
  readonly field: Field;
  readonly view: EditorView;
  readonly autosave: Autosave | undefined;
}

/**
 * Gives the form its text. While the server has not acknowledged the text, no form of the page is sent:
 * neither its own, nor one that would send the record away without its last words.
 */
export function sendWithForm({ field, view, autosave }: Given): void {
  const form = field.textarea.form;
  form?.addEventListener("formdata", ({ formData }) => {
    formData.set(field.name, JSON.stringify(view.state.doc.toJSON()));
  });
  if (!form || !autosave) {
    return;
  }
  let isWaiting = false;
  const saveFirst = async (held: HTMLFormElement, submitter: HTMLElement | null) => {
    isWaiting = true;
    const isSaved = await autosave.flush();
    isWaiting = false;
    if (isSaved) {
      held.requestSubmit(submitter);
    } else {
      view.focus();
    }
  };
  const holdBack = (event: SubmitEvent) => {
    // A form may not be sent from within its own sending, so a saved text goes straight on.
    const held = event.target;
    if (!(held instanceof HTMLFormElement) || held.method !== "post" || !autosave.isUnsaved()) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!isWaiting) {
      void saveFirst(held, event.submitter);
    }
  };
  document.addEventListener("submit", holdBack, { capture: true });
}
