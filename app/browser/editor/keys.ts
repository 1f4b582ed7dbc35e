import { baseKeymap, chainCommands, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import type { Command, Plugin } from "prosemirror-state";
import { writingSchema } from "../../writing/schema.ts";
import { breakLine, toggleHeading, toggleList } from "./commands.ts";
import { moveToCell } from "./table.ts";

const { list_item, bullet_list, ordered_list } = writingSchema.nodes;
const { strong, em, underline } = writingSchema.marks;

/** Tab indents only at the start of an item; elsewhere it leaves the field, as everywhere on a page. */
function atLineStart(command: Command): Command {
  return (state, dispatch) =>
    state.selection.empty && state.selection.$from.parentOffset === 0 && command(state, dispatch);
}

export function keys(): readonly Plugin[] {
  return [
    keymap({
      "Mod-b": toggleMark(strong),
      "Mod-i": toggleMark(em),
      "Mod-u": toggleMark(underline),
      "Mod-Alt-2": toggleHeading(2),
      "Mod-Alt-3": toggleHeading(3),
      "Mod-Shift-7": toggleList(ordered_list),
      "Mod-Shift-8": toggleList(bullet_list),
      "Mod-z": undo,
      "Mod-y": redo,
      "Mod-Shift-z": redo,
      Backspace: undoInputRule,
      "Shift-Enter": breakLine,
      Enter: splitListItem(list_item),
      Tab: chainCommands(moveToCell(1), atLineStart(sinkListItem(list_item))),
      "Shift-Tab": chainCommands(moveToCell(-1), atLineStart(liftListItem(list_item))),
      "Mod-]": sinkListItem(list_item),
      "Mod-[": liftListItem(list_item),
    }),
    keymap(baseKeymap),
  ];
}
