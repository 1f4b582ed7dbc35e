import { row } from "../base/index.ts";

/** Whether offices work on this day (`yyyy-mm-dd`): no weekend, no holiday. */
export async function isWorkingDay(day: string): Promise<boolean> {
  const found = await row<{ works: boolean }>(
    "select is_working as works from calendar_days where day = $day",
    { day },
  );
  return found?.works ?? false;
}

/** The day that is so many working days after this one; past the calendar's end, its last day. */
export async function addWorkingDays(day: string, count: number): Promise<string> {
  const found = await row<{ day: string }>(
    `select coalesce(min(later.day), max(last.day)) as day
     from calendar_days start
     cross join (select max(day) as day from calendar_days) as last
     left join calendar_days later
       on later.is_working and later.working_ordinal = start.working_ordinal + $count
     where start.day = $day`,
    { day, count },
  );
  if (!found?.day) {
    throw new Error(`The calendar does not know the day ${day}`);
  }
  return found.day;
}
