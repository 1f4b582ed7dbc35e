import { language } from "./words.ts";

/** All offices of the state keep Indian Standard Time; the database keeps UTC. */
export const timeZone = "Asia/Kolkata";

/** India keeps one time all year; reckoning it is a hundred times faster than asking Intl. */
const aheadOfUtc = 330 * 60_000;
const lakhs = new Intl.NumberFormat("en-IN");

/** A day as offices write it: 21.11.2026. Takes a moment, or a plain `yyyy-mm-dd`. */
export function formatDate(day: Date | string): string {
  const iso = inIndia(day);
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
}

/** The time of day in IST: 09:40. */
export function formatTime(moment: Date | string): string {
  return inIndia(moment).slice(11, 16);
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
  return inIndia(now).slice(0, 10);
}

/** So many days later, or earlier, both as `yyyy-mm-dd`. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The name of a month in the reader's language, for registers and letters. */
export function monthName(day: Date | string): string {
  return new Intl.DateTimeFormat(language() === "hi" ? "hi-IN" : "en-IN", {
    timeZone,
    month: "long",
  }).format(asDate(day));
}

/** The moment as a clock in India shows it, in the order of ISO. */
function inIndia(moment: Date | string): string {
  return new Date(asDate(moment).getTime() + aheadOfUtc).toISOString();
}

function asDate(value: Date | string): Date {
  return typeof value === "string" ? new Date(value) : value;
}
