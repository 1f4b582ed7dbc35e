import { inLanguage, type Language } from "../../words.ts";
import { pageWords } from "./page-words.ts";

const clock = new Intl.DateTimeFormat("en-GB", {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Asia/Kolkata",
});

/** `22.11.2026 10:42`, in Indian time. */
export function timeOf(at: Date): string {
  return clock.format(at).replaceAll("/", ".").replace(",", "");
}

/** How long something lasts, in the largest unit that says enough. */
export function lasting(since: Date, now: Date, language: Language): string {
  const minutes = Math.max(1, Math.round((now.getTime() - since.getTime()) / 60_000));
  if (minutes < 90) {
    return inLanguage(pageWords.minutes, language, { count: minutes });
  }
  const hours = Math.round(minutes / 60);
  return hours < 48
    ? inLanguage(pageWords.hours, language, { count: hours })
    : inLanguage(pageWords.days, language, { count: Math.round(hours / 24) });
}
