import { invalid } from "../../base/index.ts";
import { matchHeaders, type MatchedColumn } from "./match-headers.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import { recogniseFile } from "./recognise-file.ts";
import { isBlank, rowLimit, type Cell, type SheetRow } from "./sheet.ts";

/** A row of the master: cells by the key of their column, blank ones left out. */
export interface MasterRow {
  readonly number: number;
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface MasterSheet {
  readonly columns: readonly MatchedColumn[];
  readonly rows: readonly MasterRow[];
}

type Progress = (rows: number) => Promise<void>;

/** Reads the employee master from stored bytes; throws a refusal that says what is wrong with the file. */
export async function readSheet(path: string, progress?: Progress): Promise<MasterSheet> {
  const kind = await recogniseFile(path);
  let columns: MatchedColumn[] | undefined;
  const found: MasterRow[] = [];
  for await (const sheetRow of kind === "xlsx" ? readXlsx(path) : readCsv(path)) {
    if (isBlank(sheetRow)) {
      continue;
    }
    if (columns === undefined) {
      columns = matchHeaders(sheetRow.cells);
      continue;
    }
    found.push(pick(sheetRow, columns));
    refuseTooMany(found.length);
    if (progress && found.length % 5_000 === 0) {
      await progress(found.length);
    }
  }
  if (found.length === 0) {
    throw invalid("files", "There is no row under the headers.");
  }
  return { columns: columns ?? [], rows: found };
}

function pick({ number, cells }: SheetRow, columns: readonly MatchedColumn[]): MasterRow {
  const filled = columns.flatMap(({ key, index }) => {
    const cell = cells[index] ?? "";
    return key === null || cell === "" ? [] : [[key, cell] as const];
  });
  return { number, cells: Object.fromEntries(filled) };
}

function refuseTooMany(count: number): void {
  if (count > rowLimit) {
    throw invalid("files", "The table has more than 1,00,000 rows. Split it into several files.");
  }
}
