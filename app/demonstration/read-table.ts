import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { projectFile } from "../base/index.ts";

/** The rows of a list in `content/`, or of `units`, each with exactly the columns asked for. */
export function readTable<Column extends string>(
  name: string,
  columns: readonly Column[],
): readonly Readonly<Record<Column, string>>[] {
  const text = readFileSync(projectFile(`app/demonstration/${name}.csv`), "utf8");
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return rows.map((row, index) => {
    const cells = columns.map((column): [Column, string] => {
      const cell = row[column];
      if (cell === undefined) {
        throw new Error(`${name}.csv: row ${index + 2} has no column ${column}`);
      }
      return [column, cell];
    });
    // The pairs name every column of the type, which fromEntries cannot express.
    return Object.fromEntries(cells) as Record<Column, string>;
  });
}
