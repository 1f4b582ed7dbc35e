import { lift, setBlockType } from "prosemirror-commands";
import type { Attrs, MarkType, Node, NodeType } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, EditorState } from "prosemirror-state";
import { writingSchema } from "../../writing/schema.ts";

const { paragraph, heading, list_item, bullet_list, ordered_list, hard_break } =
  writingSchema.nodes;

export function isMarked(state: EditorState, mark: MarkType): boolean {
  const { from, $from, to, empty } = state.selection;
  return empty
    ? mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined
    : state.doc.rangeHasMark(from, to, mark);
}

/** Whether the line the cursor stands in is of this kind. */
export function isBlock(state: EditorState, type: NodeType, attrs: Attrs): boolean {
  return state.selection.$from.parent.hasMarkup(type, attrs);
}

/** Makes the line a heading, or a paragraph again. */
export function toggleHeading(level: 2 | 3): Command {
  return (state, dispatch) =>
    isBlock(state, heading, { level })
      ? setBlockType(paragraph)(state, dispatch)
      : setBlockType(heading, { level })(state, dispatch);
}

export function toggleAlignment(align: "center" | "right"): Command {
  return (state, dispatch) =>
    isBlock(state, paragraph, { align })
      ? setBlockType(paragraph)(state, dispatch)
      : setBlockType(paragraph, { align })(state, dispatch);
}

/** The list the cursor stands in, innermost first. */
export function listAround(state: EditorState): { node: Node; position: number } | undefined {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type === bullet_list || node.type === ordered_list) {
      return { node, position: $from.before(depth) };
    }
  }
  return undefined;
}

/** Makes the lines a list, turns a list into the other kind, or takes them out of it. */
export function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const list = listAround(state);
    if (!list) {
      return wrapInList(type)(state, dispatch);
    }
    if (list.node.type === type) {
      return liftListItem(list_item)(state, dispatch) || lift(state, dispatch);
    }
    dispatch?.(state.tr.setNodeMarkup(list.position, type));
    return true;
  };
}

export const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(hard_break.create()).scrollIntoView());
  return true;
};
