import { row, rows } from "../../base/index.ts";
import type { Cell } from "./sheet.ts";
import { importKind, selectImports, type EmployeeImport } from "./import.ts";
import type { Change, Stand } from "./judge-rows.ts";
import type { Mistake } from "./mistake.ts";
import { openRow, type KeptRow } from "./staged-row.ts";

export interface StagedRow {
  readonly number: number;
  readonly change: Change;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly mistakes: readonly Mistake[];
  readonly before: Stand | null;
  readonly after: Stand | null;
}

const page = 50;

/** The rows after `after`, in the order of the file. */
export async function listRows(
  importId: string,
  {
    change,
    after = 0,
  }: { readonly change?: Change | undefined; readonly after?: number | undefined },
): Promise<{ readonly rows: readonly StagedRow[]; readonly next: number | undefined }> {
  const found = await rows<KeptRow & Pick<StagedRow, "number" | "change" | "mistakes">>(
    `select row_number as number, id, change, cells, persons, mistakes, before, after from import_rows
     where import_id = $importId and ($change::text is null or change = $change) and row_number > $after
     order by row_number limit ${page + 1}`,
    { importId, change: change ?? null, after },
  );
  const shown = found.slice(0, page);
  return {
    rows: shown.map((kept) => ({
      number: kept.number,
      change: kept.change,
      mistakes: kept.mistakes,
      ...openRow(kept),
    })),
    next: found.length > page ? shown.at(-1)?.number : undefined,
  };
}

export function listImports(): Promise<EmployeeImport[]> {
  return rows<EmployeeImport>(
    `${selectImports} where kind = $importKind order by created_at desc limit 50`,
    { importKind },
  );
}

/** The earlier import of the very same bytes, if there was one. */
export function findTwin(given: EmployeeImport): Promise<EmployeeImport | undefined> {
  return row<EmployeeImport>(
    `${selectImports} where file_hash = $fileHash and id <> $id and state = 'committed'
     order by created_at desc limit 1`,
    { fileHash: given.fileHash, id: given.id },
  );
}
