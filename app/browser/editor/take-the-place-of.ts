import type { EditorView } from "prosemirror-view";

/** Gives the editor the textarea's name, description and place in the page, and takes the textarea out. */
export function takeThePlaceOf(textarea: HTMLTextAreaElement, view: EditorView): void {
  const { id } = textarea;
  const label = textarea.labels[0];
  if (label) {
    label.id ||= `${id}-label`;
    label.addEventListener("click", () => view.focus());
  }
  textarea.id = `${id}-plain`;
  textarea.hidden = true;
  textarea.disabled = true;
  view.setProps({
    attributes: {
      id,
      role: "textbox",
      "aria-multiline": "true",
      class: "rich",
      spellcheck: "true",
      ...(label ? { "aria-labelledby": label.id } : {}),
      ...attributesOf(textarea, ["aria-describedby", "aria-invalid", "aria-required"]),
    },
  });
  // A form's own autosave and its warning would take the typing for theirs.
  view.dom.addEventListener("input", (event) => event.stopPropagation());
}

function attributesOf(element: Element, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = element.getAttribute(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}
