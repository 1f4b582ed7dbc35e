import { formatDate, formatDateTime, formatNumber, t, words } from "../base/index.ts";
import { dispatchStates, modes } from "./modes.ts";
import type { DispatchLine } from "./queries.ts";

/** The columns of the outward register, as an office rules them. */
export const registerTitles = [
  words("Outward number"),
  words("Dispatched at"),
  words("Letter number"),
  words("Date of the letter"),
  words("Addressee"),
  words("Address"),
  words("Subject"),
  words("Mode"),
  words("Tracking number"),
  words("Weight (g)"),
  words("Postage (₹)"),
  words("State"),
] as const;

export function registerRow(line: DispatchLine): string[] {
  return [
    line.outwardNumber ?? "",
    line.dispatchedAt ? formatDateTime(line.dispatchedAt) : "",
    line.letterNumber,
    formatDate(line.issuedOn),
    line.name,
    line.address.replaceAll("\n", ", "),
    line.subject ?? t("Confidential"),
    line.mode ? t(modes[line.mode]) : "",
    line.trackingNumber ?? "",
    line.weightGrams === null ? "" : formatNumber(line.weightGrams),
    rupees(line.chargePaise),
    t(dispatchStates[line.state]),
  ];
}

/** Postage in rupees, with paise only where there are some. */
export function rupees(paise: number | null): string {
  if (paise === null) {
    return "";
  }
  const whole = formatNumber(Math.floor(paise / 100));
  return paise % 100 === 0 ? whole : `${whole}.${String(paise % 100).padStart(2, "0")}`;
}
