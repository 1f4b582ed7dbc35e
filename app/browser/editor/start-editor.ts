import { EditorView } from "prosemirror-view";
import { startAutosave } from "./autosave.ts";
import type { Autosave } from "./autosave.ts";
import { startCount } from "./count.ts";
import { createState, readDocument } from "./create-state.ts";
import { readField } from "./field.ts";
import type { Field } from "./field.ts";
import { make } from "./make.ts";
import { cleanPaste } from "./paste.ts";
import { referenceDialog } from "./reference-dialog.ts";
import { sendWithForm } from "./send-with-form.ts";
import { startStatus } from "./status.ts";
import { takeThePlaceOf } from "./take-the-place-of.ts";
import { startToolbar } from "./toolbar.ts";

/** Puts the editor where the textarea was and ties it to the form, to autosave and to its tools. */
export function startEditor(element: HTMLElement): void {
  const field = readField(element);
  if (!field) {
    return;
  }
  const status = startStatus();
  const count = startCount(field.words);
  const saving: { autosave?: Autosave } = {};
  const { dom, view } = showEditor(field, (changed) => {
    count.show(changed.state.doc);
    saving.autosave?.changed();
  });
  dom.append(make("div", { class: "editor-foot" }, status.dom, count.dom));
  takeThePlaceOf(field.textarea, view);
  element.append(dom);
  count.show(view.state.doc);
  if (field.autosaveUrl) {
    saving.autosave = startAutosave({ field, url: field.autosaveUrl, view, status });
  }
  sendWithForm({ field, view, autosave: saving.autosave });
}

/** The visible editor: tools above, the sheet below. */
function showEditor(
  { document: json, words, referencesUrl }: Field,
  changed: (view: EditorView) => void,
) {
  const refer = referencesUrl ? referenceDialog(words, referencesUrl) : undefined;
  const sheet = make("div", { class: "editor-sheet" });
  const view = new EditorView(sheet, {
    state: createState(readDocument(json), refer),
    transformPastedHTML: cleanPaste,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      toolbar.refresh();
      if (transaction.docChanged) {
        changed(view);
      }
    },
  });
  const toolbar = startToolbar(view, { words, refer });
  toolbar.refresh();
  return { dom: make("div", { class: "editor" }, toolbar.dom, sheet), view };
}
