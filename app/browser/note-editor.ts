import { startEditor } from "./editor/start-editor.ts";

/** Makes every plain field that asks for it a note editor, each once. */
function enhanceNoteEditors(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-enhance="note-editor"]')) {
    if (element.dataset["enhanced"] === undefined) {
      element.dataset["enhanced"] = "";
      startEditor(element);
    }
  }
}

enhanceNoteEditors();
document.addEventListener("htmx:load", enhanceNoteEditors);
// A page that was fetched whole takes the place of the body without the script being loaded again.
new MutationObserver(enhanceNoteEditors).observe(document.documentElement, { childList: true });
