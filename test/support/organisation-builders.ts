import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { stringify } from "csv-stringify/sync";
import { v7 as newId } from "uuid";
import { insert, rows, store, type UploadedFile } from "../../app/base/index.ts";
import { importColumns } from "../../app/organisation/employee-import/columns.ts";
import { readEmployees } from "../../app/organisation/employee-import/employee-record.ts";
import { anOfficer, type AnOfficer } from "./builders.ts";

export function anAdministrator(): Promise<AnOfficer> {
  return anOfficer({ roles: ["administrator"] });
}

let counter = 0;

/** A tag that no other test of this run uses. */
export function tag(): string {
  counter += 1;
  return `${Date.now().toString(36)}${counter}`;
}

export async function aDesignation(): Promise<{ id: string; code: string }> {
  const [id, code] = [newId(), `DES${tag()}`];
  await insert("designations", {
    id,
    code,
    nameEn: `Officer ${code}`,
    nameHi: "अधिकारी",
    rank: 40,
  });
  return { id, code };
}

/** Columns of the employee master by their keys. */
export type Line = Readonly<Record<string, string | number | Date | { formula: string }>>;

/** A right line of the employee master; give what shall differ. */
export function aLine(given: Line = {}): Line {
  counter += 1;
  const mine = `${tag()}x`;
  return {
    code: `CG${mine}`,
    salutation: "श्री",
    nameEn: "Ramesh Sahu",
    nameHi: "रमेश साहू",
    gender: "पुरुष",
    bornOn: "15.08.1980",
    joinedOn: "01.07.2005",
    email: `${mine}@cg.example`,
    mobile: String(9_000_000_000 + Math.floor(Math.random() * 999_999_999)),
    ...given,
  };
}

const nameOfKey = (key: string): string =>
  importColumns.find((column) => column.key === key)?.nameEn ?? key;

/** The lines as a CSV file in the store, under English headers. */
export function aCsv(lines: readonly Line[]): Promise<UploadedFile> {
  const keys = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const body = lines.map((line) => keys.map((key) => textOf(line[key])));
  return aFile("master.csv", stringify([keys.map(nameOfKey), ...body]));
}

/** A CSV holds text; what only a workbook can hold is left blank. */
function textOf(value: Line[string] | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The lines as an XLSX file in the store. */
export async function anXlsx(lines: readonly Line[]): Promise<UploadedFile> {
  const keys = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("कर्मचारी");
  sheet.addRow(keys.map(nameOfKey));
  for (const line of lines) {
    sheet.addRow(keys.map((key) => line[key] ?? null));
  }
  return aFile("master.xlsx", Buffer.from(await workbook.xlsx.writeBuffer()));
}

export async function aFile(name: string, content: string | Uint8Array): Promise<UploadedFile> {
  const stored = await store(Readable.from([Buffer.from(content)]));
  return { field: "files", name, ...stored };
}

/** Everything an import may touch, for comparing before and after. */
export async function officeNow(): Promise<string> {
  const found = await rows<{ content: object }>(
    `select jsonb_build_object(
       'charges', (select jsonb_agg(to_jsonb(c) order by id) from charges c),
       'posts', (select jsonb_agg(to_jsonb(p) order by id) from posts p),
       'accounts', (select jsonb_agg(to_jsonb(a) order by id) from accounts a)) as content`,
  );
  const employees = await readEmployees("true order by id");
  return JSON.stringify({ ...found[0]?.content, employees });
}
