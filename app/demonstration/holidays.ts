import type { BilingualName } from "../base/index.ts";
import { bothOf, named } from "./both.ts";
import { readTable } from "./read-table.ts";

export interface Holiday extends BilingualName {
  /** yyyy-mm-dd */
  readonly date: string;
}

/**
 * Public holidays of Chhattisgarh in 2025 and 2026. Dates that follow the moon, and the list itself,
 * are to be verified against the General Administration Department's yearly notification.
 */
export function listHolidays(): readonly Holiday[] {
  return readTable("content/holidays", ["date", "name_en", "name_hi"]).map((row) => ({
    date: row.date,
    ...named(bothOf(row)),
  }));
}
