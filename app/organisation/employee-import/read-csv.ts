import { readFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse";
import { invalid } from "../../base/index.ts";
import type { Cell, SheetRow } from "./sheet.ts";

/** The rows of a CSV file in UTF-8, comma, semicolon or tab between the cells. */
export async function* readCsv(path: string): AsyncGenerator<SheetRow> {
  const text = decode(await readFile(path));
  const parser = parse(text, {
    delimiter: delimiterOf(text),
    relaxColumnCount: true,
    maxRecordSize: 100_000,
  });
  let number = 0;
  try {
    for await (const record of parser) {
      number += 1;
      yield { number, cells: (record as string[]).map(cellOf) };
    }
  } catch (error) {
    if (error instanceof CsvError) {
      throw invalid("files", "The quotation marks near row {row} do not match.", {
        row: number + 1,
      });
    }
    throw error;
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw invalid(
      "files",
      "The text is not in UTF-8, so Hindi would be lost. In Excel choose “CSV UTF-8” when saving, or give the XLSX.",
    );
  }
}

/** The sign that stands most often in the first line. */
function delimiterOf(text: string): string {
  const [head = ""] = text.split("\n", 1);
  const count = (sign: string): number => head.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function cellOf(text: string): Cell {
  const trimmed = text.normalize("NFC").trim();
  return trimmed.startsWith("=") ? { fault: "formula" } : trimmed;
}
