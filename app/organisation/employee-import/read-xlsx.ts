import type ExcelJS from "exceljs";
import { Refusal } from "../../base/index.ts";
import { columnLimit, type Cell, type SheetRow } from "./sheet.ts";
import { damaged } from "./zip-directory.ts";

/** The rows of the first sheet, read as a stream: a large workbook needs no large memory. */
export async function* readXlsx(path: string): AsyncGenerator<SheetRow> {
  // Loaded where a workbook is read: no process that starts waits for it.
  const { default: excel } = await import("exceljs");
  const workbook = new excel.stream.xlsx.WorkbookReader(path, {
    entries: "emit",
    sharedStrings: "cache",
    styles: "cache",
    hyperlinks: "ignore",
    worksheets: "emit",
  });
  try {
    for await (const sheet of workbook) {
      for await (const row of sheet) {
        yield { number: row.number, cells: cellsOf(row) };
      }
      return;
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
}

function cellsOf(row: ExcelJS.Row): Cell[] {
  const count = Math.min(row.cellCount, columnLimit);
  return Array.from({ length: count }, (_, index) => cellOf(row.getCell(index + 1).value));
}

function cellOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) {
    return "";
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? { fault: "error" } : value.toISOString().slice(0, 10);
  }
  return typeof value === "object" ? cellOfObject(value) : String(value).normalize("NFC").trim();
}

function cellOfObject(value: object): Cell {
  if ("formula" in value || "sharedFormula" in value) {
    return { fault: "formula" };
  }
  if ("richText" in value) {
    const parts = value.richText as readonly { readonly text: string }[];
    return cellOf(parts.map(({ text }) => text).join(""));
  }
  if ("text" in value) {
    return cellOf(value.text as ExcelJS.CellValue);
  }
  return { fault: "error" };
}
