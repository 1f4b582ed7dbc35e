import { stringify } from "csv-stringify/sync";
import { formatDate, formatNumber, nameOf, t } from "../base/index.ts";
import { mainCategories } from "../receipts/index.ts";
import type { FileLine } from "./queries.ts";
import { stateWords } from "./state-words.ts";

/** As many rows as office programs open without complaint, and one statement reads in a second. */
export const mostRows = 10_000;

const byteOrderMark = "\uFEFF";

/** The register as a sheet that office programs open in Hindi, and in which no cell is a formula. */
export function writeRegister(lines: readonly FileLine[]): Buffer {
  const sheet = [headings(), ...lines.map(cellsOf)].map((cells) => cells.map(harmless));
  return Buffer.from(byteOrderMark + stringify(sheet, { record_delimiter: "windows" }), "utf8");
}

function harmless(cell: string): string {
  return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

function headings(): string[] {
  return [
    t("File number"),
    t("Computer number"),
    t("Subject"),
    t("Main category"),
    t("Section"),
    t("Opened on"),
    t("Present state"),
    t("Lies with"),
    t("Working days there"),
  ];
}

function cellsOf(line: FileLine): string[] {
  return [
    line.number,
    String(line.computerNumber),
    line.subject,
    t(mainCategories[line.mainCategory]),
    nameOf(line.unit),
    formatDate(line.openedOn),
    stateWords(line.state),
    line.holder ? nameOf(line.holder) : "",
    formatNumber(line.daysHere),
  ];
}
