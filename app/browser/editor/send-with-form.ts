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
  let isSaved = false;
  let isWaiting = false;
  const saveFirst = async (submitter: HTMLElement | null) => {
    isWaiting = true;
    isSaved = await autosave.flush();
    isWaiting = false;
    if (isSaved) {
      form.requestSubmit(submitter);
      isSaved = false;
    } else {
      view.focus();
    }
  };
  form.addEventListener(
    "submit",
    (event) => {
      if (isSaved) {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!isWaiting) {
        void saveFirst(event.submitter);
      }
    },
    { capture: true },
  );
}
