import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import { recogniseFile } from "./recognise-file.ts";
import { isBlank, type SheetRow } from "./sheet.ts";

/** The rows of a CSV or XLSX in stored bytes, blank ones left out, for other lists that come as tables. */
export async function* readTable(path: string): AsyncGenerator<SheetRow> {
  const kind = await recogniseFile(path);
  for await (const row of kind === "xlsx" ? readXlsx(path) : readCsv(path)) {
    if (!isBlank(row)) {
      yield row;
    }
  }
}
