import { rows, type BilingualName } from "../base/index.ts";

export interface Holiday extends BilingualName {
  /** `yyyy-mm-dd` */
  readonly day: string;
  /** The order that declared it; may be empty. */
  readonly orderNumber: string;
}

/** The holidays of one year, in their order. */
export function listHolidays(year: number): Promise<Holiday[]> {
  return rows<Holiday>(
    `select day, name_en as "nameEn", name_hi as "nameHi", order_number as "orderNumber"
     from holidays where day between make_date($year, 1, 1) and make_date($year, 12, 31) order by day`,
    { year },
  );
}
