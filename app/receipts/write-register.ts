import { stringify } from "csv-stringify/sync";
import { formatDate, nameOf, t } from "../base/index.ts";
import { deliveryModes, mainCategories, senderTypes, vipTypes } from "./choices.ts";
import { senderOf } from "./letter.ts";
import type { RegisterLine } from "./list-receipts.ts";

const byteOrderMark = "\uFEFF";

/** The register as a sheet that any office program opens in Hindi, and in which no cell is a formula. */
export function writeRegister(lines: readonly RegisterLine[]): Buffer {
  const sheet = [headings(), ...lines.map(cellsOf)].map((cells) => cells.map(harmless));
  return Buffer.from(byteOrderMark + stringify(sheet, { record_delimiter: "windows" }), "utf8");
}

/** A cell beginning like a formula would be run by the program that opens it. */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
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
