import { change, execute, insertMany, now, rows, today } from "../../base/index.ts";
import { readFacts } from "./facts.ts";
import { judgeRows, type Verdict } from "./judge-rows.ts";
import type { MasterRow, MasterSheet } from "./read-sheet.ts";
import { keepRow, openCells } from "./staged-row.ts";

const chunk = 2_000;

/** Keeps the rows with what was found about each. Nothing of the office changes. */
export async function stageRows(importId: string, sheet: MasterSheet): Promise<void> {
  const verdicts = judgeRows(sheet.rows, await readFacts(today(now())), importId);
  await execute("delete from import_rows where import_id = $importId", { importId });
  for (let start = 0; start < verdicts.length; start += chunk) {
    const part = verdicts.slice(start, start + chunk);
    await insertMany(
      "import_rows",
      part.map((verdict, index) => recordOf(importId, sheet.rows[start + index], verdict)),
    );
  }
  await change(
    "imports",
    { id: importId },
    { state: "staged", rowsRead: sheet.rows.length, columns: JSON.stringify(sheet.columns) },
  );
}

/** The rows of a staged import as they were read. */
export async function readStaged(importId: string): Promise<MasterRow[]> {
  const kept = await rows<{ number: number; id: string; cells: string }>(
    `select row_number as number, id, cells from import_rows
     where import_id = $importId order by row_number`,
    { importId },
  );
  return kept.map((row) => ({ number: row.number, cells: openCells(row) }));
}

function recordOf(importId: string, read: MasterRow | undefined, verdict: Verdict) {
  return {
    importId,
    rowNumber: verdict.number,
    mistakes: verdict.mistakes,
    change: verdict.change,
    ...keepRow(importId, verdict.number, {
      cells: read?.cells ?? {},
      before: verdict.before,
      after: verdict.after,
    }),
  };
}
