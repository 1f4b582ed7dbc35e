import { toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { Command, EditorState } from "prosemirror-state";
import type { EditorWords } from "../../writing/editor-words.ts";
import { writingSchema } from "../../writing/schema.ts";
import {
  isBlock,
  isMarked,
  listAround,
  toggleAlignment,
  toggleHeading,
  toggleList,
} from "./commands.ts";
import type { IconName } from "./icons.ts";
import { addColumn, addRow, deleteColumn, deleteRow, deleteTable, insertTable } from "./table.ts";

export interface Tool {
  readonly name: IconName;
  readonly keys?: string;
  readonly run: Command;
  /** Present on tools that are on or off where the cursor stands. */
  readonly isOn?: (state: EditorState) => boolean;
}

const { paragraph, heading, bullet_list, ordered_list } = writingSchema.nodes;
const { strong, em, underline } = writingSchema.marks;

export const tools: readonly Tool[] = [
  ...(
    [
      ["strong", strong, "Ctrl+B"],
      ["em", em, "Ctrl+I"],
      ["underline", underline, "Ctrl+U"],
    ] as const
  ).map(([name, mark, shortcut]) => ({
    name,
    keys: shortcut,
    run: toggleMark(mark),
    isOn: (state: EditorState) => isMarked(state, mark),
  })),
  ...(
    [
      ["heading", 2, "Ctrl+Alt+2"],
      ["subheading", 3, "Ctrl+Alt+3"],
    ] as const
  ).map(([name, level, shortcut]) => ({
    name,
    keys: shortcut,
    run: toggleHeading(level),
    isOn: (state: EditorState) => isBlock(state, heading, { level }),
  })),
  ...(
    [
      ["bullets", bullet_list, "Ctrl+Shift+8"],
      ["numbers", ordered_list, "Ctrl+Shift+7"],
    ] as const
  ).map(([name, type, shortcut]) => ({
    name,
    keys: shortcut,
    run: toggleList(type),
    isOn: (state: EditorState) => listAround(state)?.node.type === type,
  })),
  ...(["center", "right"] as const).map((name) => ({
    name,
    run: toggleAlignment(name),
    isOn: (state: EditorState) => isBlock(state, paragraph, { align: name }),
  })),
  { name: "table", run: insertTable },
  { name: "undo", keys: "Ctrl+Z", run: undo },
  { name: "redo", keys: "Ctrl+Y", run: redo },
];

export interface TableTool {
  readonly name: Extract<
    keyof EditorWords,
    "addRow" | "addColumn" | "deleteRow" | "deleteColumn" | "deleteTable"
  >;
  readonly run: Command;
}

export const tableTools: readonly TableTool[] = [
  { name: "addRow", run: addRow },
  { name: "addColumn", run: addColumn },
  { name: "deleteRow", run: deleteRow },
  { name: "deleteColumn", run: deleteColumn },
  { name: "deleteTable", run: deleteTable },
];
