import { history } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { writingSchema } from "../../writing/schema.ts";
import { keys } from "./keys.ts";
import { openAtSign } from "./reference-at-sign.ts";
import type { Refer } from "./reference-dialog.ts";
import { paragraphAfterTable } from "./table.ts";
import { typingRules } from "./typing-rules.ts";

export function createState(doc: Node | undefined, refer: Refer | undefined): EditorState {
  return EditorState.create({
    schema: writingSchema,
    ...(doc ? { doc } : {}),
    plugins: [
      typingRules(),
      ...keys(),
      history(),
      paragraphAfterTable(),
      ...(refer ? [openAtSign(refer)] : []),
    ],
  });
}

/** The document in this JSON, or nothing where it is none: a text of an older make must not stop the page. */
export function readDocument(json: unknown): Node | undefined {
  try {
    const doc = writingSchema.nodeFromJSON(json);
    doc.check();
    return doc;
  } catch {
    return undefined;
  }
}
