import { stringify } from "csv-stringify/sync";
import { download, language, nameOf, type Answer } from "../../base/index.ts";
import { importColumns } from "./columns.ts";

/** An empty employee master with every column, all cells text so that a spreadsheet spoils nothing. */
export async function templateOf(kind: "csv" | "xlsx"): Promise<Answer> {
  const name = language() === "hi" ? "कर्मचारी-मास्टर" : "employee-master";
  const bytes = kind === "csv" ? csvTemplate() : await xlsxTemplate();
  return download({ mediaType: mediaTypes[kind], name: `${name}.${kind}`, inline: false }, bytes);
}

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** The mark at the front tells Excel that the text is UTF-8. */
function csvTemplate(): Buffer {
  return Buffer.from(`\uFEFF${stringify([importColumns.map(nameOf)])}`);
}

async function xlsxTemplate(): Promise<Buffer> {
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet("Employees");
  sheet.columns = importColumns.map((column) => ({
    header: nameOf(column),
    width: Math.max(14, nameOf(column).length + 2),
    style: { numFmt: "@" },
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.views = [{ state: "frozen", ySplit: 1 }];
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
