import type { Node } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";

/** Puts another text in the place of the whole, in one step that undo takes back. */
export function replaceText(view: EditorView, doc: Node): void {
  const { tr, doc: old } = view.state;
  view.dispatch(tr.replaceWith(0, old.content.size, doc.content));
}
