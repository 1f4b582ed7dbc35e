import { formatDate, formatNumber, nameOf, t } from "../base/index.ts";
import { mainCategories } from "../receipts/index.ts";
import type { FileLine } from "./queries.ts";
import { stateWords } from "./state-words.ts";

/** As many rows as office programs open without complaint, and one statement reads in a second. */
export const mostRows = 10_000;

/** The register as a table for a sheet: its headings, then a line for each file. */
export function registerTable(lines: readonly FileLine[]): string[][] {
  return [headings(), ...lines.map(cellsOf)];
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
