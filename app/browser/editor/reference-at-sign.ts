import { Plugin } from "prosemirror-state";
import type { Refer } from "./reference-dialog.ts";

/** Opens the search for references at an @ that begins a word; an address with an @ in it is left alone. */
export function openAtSign(refer: Refer): Plugin {
  return new Plugin({
    props: {
      handleTextInput(...[view, from, , text]) {
        const before = view.state.doc.resolve(from).nodeBefore;
        const startsWord = !before?.isText || /\s$/.test(before.text ?? "");
        if (text !== "@" || !startsWord) {
          return false;
        }
        refer(view, "@");
        return true;
      },
    },
  });
}
