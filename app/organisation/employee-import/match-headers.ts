import { invalid } from "../../base/index.ts";
import { importColumns, type ImportColumn } from "./columns.ts";
import { lettersOf, type Cell } from "./sheet.ts";

/** A column of the file: where it stands and which column of the master it is, if any. */
export interface MatchedColumn {
  readonly index: number;
  readonly letters: string;
  readonly header: string;
  readonly key: string | null;
}

/** Finds the columns by their headers, in whichever order they stand. */
export function matchHeaders(cells: readonly Cell[]): MatchedColumn[] {
  const columns = cells
    .map((cell, index) => matched(typeof cell === "string" ? cell : "", index))
    .filter(({ header }) => header !== "");
  refuseRepeated(columns);
  refuseMissing(columns);
  return columns;
}

function matched(header: string, index: number): MatchedColumn {
  const key = keyOfHeader.get(plain(header)) ?? null;
  return { index, letters: lettersOf(index), header: header.slice(0, 100), key };
}

function refuseRepeated(columns: readonly MatchedColumn[]): void {
  for (const column of columns) {
    const other = columns.find(
      ({ key, header, index }) =>
        index < column.index &&
        (column.key === null ? plain(header) === plain(column.header) : key === column.key),
    );
    if (other) {
      throw invalid("files", "Columns {one} and {other} have the same header: {header}.", {
        one: other.letters,
        other: column.letters,
        header: column.header,
      });
    }
  }
}

function refuseMissing(columns: readonly MatchedColumn[]): void {
  const known = new Set(columns.map(({ key }) => key));
  const missing = importColumns.filter(({ key, mandatory }) => mandatory && !known.has(key));
  if (missing.length > 0) {
    throw invalid("files", "These columns are missing: {columns}. Compare with the template.", {
      columns: missing.map(({ nameEn, nameHi }) => `${nameEn} (${nameHi})`).join(", "),
    });
  }
}

/** Signs, spaces and case do not matter in a header. */
function plain(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

const keyOfHeader = new Map(
  importColumns.flatMap((column) => namesOf(column).map((name) => [plain(name), column.key])),
);

function namesOf({ key, nameEn, nameHi, others = [] }: ImportColumn): readonly string[] {
  return [key, nameEn, nameHi, `${nameEn} / ${nameHi}`, ...others];
}
