import type { Node } from "prosemirror-model";
import type { EditorWords } from "../../writing/editor-words.ts";
import { fill } from "./fill.ts";
import { make } from "./make.ts";

const lakhs = new Intl.NumberFormat("en-IN");

/** Words and characters so far, counted when the typing pauses. */
export function startCount(words: EditorWords) {
  const dom = make("span", { class: "editor-count" });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const count = (doc: Node) => {
    const text = doc.textBetween(0, doc.content.size, "\n");
    const found = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200C\u200D]*/gu)?.length ?? 0;
    dom.textContent = fill(words.count, {
      words: lakhs.format(found),
      characters: lakhs.format(text.replaceAll("\n", "").length),
    });
  };
  const show = (doc: Node) => {
    clearTimeout(waiting);
    waiting = setTimeout(count, 400, doc);
  };
  return { dom, show };
}
