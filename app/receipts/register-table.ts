import { formatDate, nameOf, t } from "../base/index.ts";
import { deliveryModes, mainCategories, senderTypes, vipTypes } from "./choices.ts";
import { senderOf } from "./letter.ts";
import type { RegisterLine } from "./list-receipts.ts";

/** The register as a table for a sheet: its headings, then a line for each letter. */
export function registerTable(lines: readonly RegisterLine[]): string[][] {
  return [headings(), ...lines.map(cellsOf)];
}

function headings(): string[] {
  return [
    t("Diary number"),
    t("Received on"),
    t("From whom"),
    t("Type of sender"),
    t("Letter number"),
    t("Date of the letter"),
    t("Subject"),
    t("Main category"),
    t("Delivery mode"),
    t("VIP"),
    t("Lies with"),
  ];
}

function cellsOf(line: RegisterLine): string[] {
  return [
    line.number,
    formatDate(line.receivedOn),
    senderOf(line),
    wordOf(senderTypes, line.senderType),
    line.letterNumber ?? "",
    line.letterOn === null ? "" : formatDate(line.letterOn),
    line.subject,
    wordOf(mainCategories, line.mainCategory),
    t(deliveryModes[line.deliveryMode]),
    [wordOf(vipTypes, line.vipType), line.vipName ?? ""].filter(Boolean).join(" "),
    line.fileNumber ?? (line.desk ? nameOf(line.desk) : ""),
  ];
}

function wordOf<Name extends string>(choices: Record<Name, string>, name: Name | null): string {
  return name === null ? "" : t(choices[name]);
}
