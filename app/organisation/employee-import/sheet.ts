/** What stands in a cell: its text, or that it cannot be taken. */
export type Cell = string | { readonly fault: "formula" | "error" };

/** A row as the file has it. Numbers are those the spreadsheet shows. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

export const rowLimit = 100_000;
export const columnLimit = 200;

/** The letters over a column: 0 is A, 26 is AA. */
export function lettersOf(column: number): string {
  const rest = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? rest : lettersOf(Math.floor(column / 26) - 1) + rest;
}

export function isBlank(row: SheetRow): boolean {
  return row.cells.every((cell) => cell === "");
}
