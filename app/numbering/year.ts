import type { YearKind } from "./series.ts";

const firstFinancialMonth = 4;

/** The year a day counts in: of the calendar, or the financial year by the year it begins in. */
export function yearOf(day: string, kind: YearKind): number {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return kind === "financial" && month < firstFinancialMonth ? year - 1 : year;
}

/** The year as it stands in a number: 2026, or 2026-27. */
export function writeYear(year: number, kind: YearKind): string {
  return kind === "financial" ? `${year}-${String((year + 1) % 100).padStart(2, "0")}` : `${year}`;
}
