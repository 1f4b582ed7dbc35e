import type { Node, NodeType, ResolvedPos } from "prosemirror-model";
import { Plugin, TextSelection } from "prosemirror-state";
import type { Command, EditorState, Transaction } from "prosemirror-state";
import { writingSchema } from "../../writing/schema.ts";

const { paragraph, table, table_row, table_cell, table_header } = writingSchema.nodes;

interface Cell {
  readonly table: Node;
  readonly tableAt: number;
  readonly rowIndex: number;
  readonly columnIndex: number;
}

/** The cell the cursor stands in. */
export function cellAround({ selection: { $from } }: EditorState): Cell | undefined {
  const depth = depthOfTable($from);
  return depth === undefined
    ? undefined
    : {
        table: $from.node(depth),
        tableAt: $from.before(depth),
        rowIndex: $from.index(depth),
        columnIndex: $from.index(depth + 1),
      };
}

function depthOfTable($from: ResolvedPos): number | undefined {
  for (let depth = $from.depth - 2; depth > 0; depth -= 1) {
    if ($from.node(depth).type === table) {
      return depth;
    }
  }
  return undefined;
}

/** A table of two columns with a heading row; more are added with its own tools. */
export const insertTable: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth !== 1 || !$from.parent.isTextblock) {
    return false;
  }
  const made = table.create(null, [rowOf(table_header, 2), rowOf(table_cell, 2)]);
  const isBlank = $from.parent.content.size === 0;
  const at = isBlank ? $from.before(1) : $from.after(1);
  const transaction = isBlank
    ? state.tr.replaceWith(at, $from.after(1), made)
    : state.tr.insert(at, made);
  dispatch?.(selectInside(transaction, at + 1).scrollIntoView());
  return true;
};

function rowOf(type: NodeType, columns: number): Node {
  return table_row.create(
    null,
    Array.from({ length: columns }, () => blankCell(type)),
  );
}

function blankCell(type: NodeType): Node {
  return type.create(null, paragraph.create());
}

export const addRow: Command = changeTable((cell) => {
  const columns = cell.table.child(cell.rowIndex).childCount;
  return putAfter(rowsOf(cell.table), cell.rowIndex, rowOf(table_cell, columns));
});

export const addColumn: Command = changeTable((cell) =>
  rowsOf(cell.table).map((row) => {
    const type = row.child(0).type;
    return table_row.create(null, putAfter(row.children, cell.columnIndex, blankCell(type)));
  }),
);

export const deleteRow: Command = changeTable((cell) => without(rowsOf(cell.table), cell.rowIndex));

export const deleteColumn: Command = changeTable((cell) =>
  rowsOf(cell.table)
    .map((row) => table_row.create(null, without(row.children, cell.columnIndex)))
    .filter((row) => row.childCount > 0),
);

export const deleteTable: Command = changeTable(() => []);

function rowsOf(node: Node): readonly Node[] {
  return node.children;
}

function putAfter(parts: readonly Node[], index: number, part: Node): Node[] {
  return [...parts.slice(0, index + 1), part, ...parts.slice(index + 1)];
}

function without(parts: readonly Node[], index: number): Node[] {
  return parts.filter((_part, place) => place !== index);
}

/** A command that gives the table other rows; a table left without any is gone. */
function changeTable(change: (cell: Cell) => readonly Node[]): Command {
  return (state, dispatch) => {
    const cell = cellAround(state);
    if (!cell) {
      return false;
    }
    const rows = change(cell);
    const end = cell.tableAt + cell.table.nodeSize;
    const transaction =
      rows.length > 0
        ? state.tr.replaceWith(cell.tableAt, end, table.create(null, rows))
        : state.tr.replaceWith(cell.tableAt, end, paragraph.create());
    const at = Math.min(state.selection.from, transaction.doc.content.size);
    dispatch?.(selectInside(transaction, at).scrollIntoView());
    return true;
  };
}

function selectInside(transaction: Transaction, at: number): Transaction {
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(at)));
}

/** Tab walks through the cells; past the last it leaves the table to the browser. */
export function moveToCell(step: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const depth = depthOfTable($from);
    if (depth === undefined) {
      return false;
    }
    const edge = step > 0 ? $from.after(depth + 2) : $from.before(depth + 2);
    const found = TextSelection.findFrom(state.doc.resolve(edge), step, true);
    if (!found || found.from <= $from.before(depth) || found.from >= $from.after(depth)) {
      return false;
    }
    dispatch?.(state.tr.setSelection(found).scrollIntoView());
    return true;
  };
}

/** Keeps a line below a table at the end of the text, so that one can write on. */
export function paragraphAfterTable(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _before, state) =>
      transactions.some(({ docChanged }) => docChanged) && state.doc.lastChild?.type === table
        ? state.tr.insert(state.doc.content.size, paragraph.create())
        : null,
  });
}
