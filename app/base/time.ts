import { language } from "./words.ts";

/** All offices of the state keep Indian Standard Time; the database keeps UTC. */
export const timeZone = "Asia/Kolkata";

const dateParts = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
});
const clockParts = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const lakhs = new Intl.NumberFormat("en-IN");

/** A day as offices write it: 21.11.2026. Takes a moment, or a plain `yyyy-mm-dd`. */
export function formatDate(day: Date | string): string {
  return dateParts.format(asDate(day)).replaceAll("/", ".");
}

/** The time of day in IST: 09:40. */
export function formatTime(moment: Date | string): string {
  return clockParts.format(asDate(moment));
}

export function formatDateTime(moment: Date | string): string {
  return `${formatDate(moment)} ${formatTime(moment)}`;
}

/** Lakh grouping: 12,34,567. */
export function formatNumber(value: number): string {
  return lakhs.format(value);
}

/** Today in IST as `yyyy-mm-dd`, the shape the database's dates have. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(now);
}

/** The name of a month in the reader's language, for registers and letters. */
export function monthName(day: Date | string): string {
  return new Intl.DateTimeFormat(language() === "hi" ? "hi-IN" : "en-IN", {
    timeZone,
    month: "long",
  }).format(asDate(day));
}

function asDate(value: Date | string): Date {
  return typeof value === "string" ? new Date(value) : value;
}
