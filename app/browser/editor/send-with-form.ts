import type { EditorView } from "prosemirror-view";
import type { Autosave } from "./autosave.ts";
import type { Field } from "./field.ts";

interface Given {
  readonly field: Field;
  readonly view: EditorView;
  readonly autosave: Autosave | undefined;
}

/** Gives the form its text. A form whose text the server has not yet acknowledged waits for that. */
export function sendWithForm({ field, view, autosave }: Given): void {
  const form = field.textarea.form;
  form?.addEventListener("formdata", ({ formData }) => {
    formData.set(field.name, JSON.stringify(view.state.doc.toJSON()));
  });
  if (!form || !autosave) {
    return;
  }
  let isWaiting = false;
  const saveFirst = async (submitter: HTMLElement | null) => {
    isWaiting = true;
    const isSaved = await autosave.flush();
    isWaiting = false;
    if (isSaved) {
      form.requestSubmit(submitter);
    } else {
      view.focus();
    }
  };
  const holdBack = (event: SubmitEvent) => {
    // A form may not be sent from within its own sending, so a saved text goes straight on.
    if (!autosave.isUnsaved()) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!isWaiting) {
      void saveFirst(event.submitter);
    }
  };
  form.addEventListener("submit", holdBack, { capture: true });
}
